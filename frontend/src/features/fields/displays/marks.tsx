import { PlateChip } from "@/components/PlateChip";
import { labelIn } from "@/i18n/labelIn";
import { useTranslation } from "react-i18next";
import { mostStars } from "../checks/numbers";
import { tagsOf } from "../shapes";
import { useFieldTexts } from "../texts";
import type { DisplayProps } from "../widget";
import styles from "./displays.module.css";

export function Plate({ value, row }: DisplayProps) {
  return <PlateChip plate={String(value)} kind={typeof row.plate_kind === "string" ? row.plate_kind : null} />;
}

export function Swatch({ text }: DisplayProps) {
  if (!/^#[0-9a-f]{6}$/i.test(text)) return text;
  return (
    <span className={styles.whole}>
      <span className={styles.swatch} style={{ background: text }} aria-hidden /> {text}
    </span>
  );
}

export function Stars({ value, field, text }: DisplayProps) {
  const t = useFieldTexts();
  if (typeof value !== "number") return text;
  const most = mostStars(field);
  return (
    <span className={styles.stars} role="img" aria-label={t("stars", { count: value })}>
      {"★".repeat(Math.min(value, most))}
      <span className={styles.faint}>{"☆".repeat(Math.max(most - value, 0))}</span>
    </span>
  );
}

export function Tags({ value, field, text }: DisplayProps) {
  const { i18n } = useTranslation();
  const tags = tagsOf(value);
  if (!tags) return text;
  return (
    <span className={styles.tags}>
      {tags.map((tag) => {
        const option = field.choices.find((candidate) => candidate.value === tag);
        return (
          <span key={tag} className={styles.tag}>
            {option ? labelIn(option.label, i18n.language) : tag}
          </span>
        );
      })}
    </span>
  );
}
