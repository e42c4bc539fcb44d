import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useWords } from "@/features/fields/useWords";
import { valueText } from "@/features/fields/valueText";
import type { Entity } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import { formatMoney } from "@/format/money";
import { labelIn } from "@/i18n/labelIn";
import styles from "./comparison.module.css";
import { useComparisonTexts } from "./texts";

/** What names the trim, or is about records and not about the car. */
const apart = new Set(["name", "series", "series_name", "on_sale", "created_at", "updated_at", "owner"]);
const blank = (value: unknown) => value === null || value === undefined || value === "";
type Props = { entity: Entity; trims: Row[]; onRemove: (id: string) => void };

/** A line for each field that any of them has, a column for each trim. */
export function Beside({ entity, trims, onRemove }: Props) {
  const t = useComparisonTexts();
  const { i18n } = useTranslation();
  const words = useWords();
  const fields = entity.fields.filter(({ name }) => !apart.has(name) && trims.some((row) => !blank(row[name])));
  const first = Number(trims[0]?.["guide_price"] ?? Number.NaN);
  const gapOf = (row: Row, index: number) => {
    const gap = Number(row["guide_price"] ?? Number.NaN) - first;
    // The sign stays with its sum where the line breaks.
    return index > 0 && gap ? t("gap", { value: `${gap > 0 ? "+" : "−"}\u2060${formatMoney(Math.abs(gap))}` }) : "";
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("field")}</th>
            {trims.map((row) => (
              <th key={idOf(row)} scope="col">
                <span className={styles.head}>
                  {String(row["name"])}
                  <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t("remove", { name: String(row["name"]) })} onClick={() => onRemove(idOf(row))} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const told = trims.map((row) => valueText(row[field.name], field, words));
            const differs = new Set(told).size > 1;
            return (
              <tr key={field.name} data-differs={differs}>
                <th scope="row">{labelIn(field.label, i18n.language)}</th>
                {trims.map((row, index) => (
                  <td key={idOf(row)}>
                    {told[index]}
                    {field.name === "guide_price" && <span className={styles.gap}>{gapOf(row, index)}</span>}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
