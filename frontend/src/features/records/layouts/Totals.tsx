import { useTranslation } from "react-i18next";
import type { TotalOut } from "@/api/types.gen";
import { formatFigure } from "@/format/figure";
import { currentLanguage } from "@/i18n/i18n";
import { labelIn } from "@/i18n/labelIn";
import { useWords } from "@/features/fields/useWords";
import { valueText } from "@/features/fields/valueText";
import type { Entity } from "../api/entities";
import { useRecordsTexts } from "../texts";
import styles from "./layouts.module.css";

/** Sums in short with the whole figure and the average to be read on pointing. */
export function Totals({ entity, totals }: { entity: Entity; totals: TotalOut[] }) {
  const t = useRecordsTexts();
  const words = useWords();
  const { i18n } = useTranslation();
  return totals.map(({ field: name, sum, average }) => {
    const field = entity.fields.find((one) => one.name === name);
    if (!field || sum === null) return null;
    const label = labelIn(field.label, i18n.language);
    const whole = valueText(trimmed(sum), field, words);
    const mean = average === null ? "" : valueText(trimmed(average), field, words);
    const money = field.type === "money" ? "¥" : "";
    // A sum of percentages says nothing.
    const shown = field.type === "percent" ? mean : `${money}${formatFigure(sum, currentLanguage())}`;
    return (
      <span key={name} className={styles.total} title={t("layout.totalTitle", { field: label, sum: whole, average: mean })}>
        {label} <strong>{shown}</strong>
      </span>
    );
  });
}

/** At most two decimals, as text. */
function trimmed(figure: string): string {
  const value = Number(figure);
  return Number.isInteger(value) ? figure.replace(/\.0+$/, "") : value.toFixed(2);
}
