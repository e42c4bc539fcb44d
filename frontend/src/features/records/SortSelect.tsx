import { useTranslation } from "react-i18next";
import type { Field } from "./api/entities";
import { labelIn } from "@/i18n/labelIn";
import styles from "./sortSelect.module.css";
import { useRecordsTexts } from "./texts";

/** The order of the cards on phones, where no column heads can be tapped. */
export function SortSelect(props: { fields: Field[]; sort: string | undefined; onSort: (sort: string | undefined) => void }) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  return (
    <select
      className={styles.select}
      aria-label={t("sort.by")}
      value={props.sort ?? ""}
      onChange={(event) => props.onSort(event.target.value || undefined)}
    >
      <option value="">{t("sort.none")}</option>
      {props.fields
        .filter((field) => field.sortable)
        .flatMap((field) => {
          const label = labelIn(field.label, i18n.language);
          return [
            <option key={`-${field.name}`} value={`-${field.name}`}>
              {t("sort.down", { field: label })}
            </option>,
            <option key={field.name} value={field.name}>
              {t("sort.up", { field: label })}
            </option>,
          ];
        })}
    </select>
  );
}
