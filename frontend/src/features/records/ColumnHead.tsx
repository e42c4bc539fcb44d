import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Field } from "./api/entities";
import { labelIn } from "@/i18n/labelIn";
import styles from "./recordTable.module.css";

type Props = { field: Field; amount: boolean; sort: string | undefined; onSort: (sort: string | undefined) => void };

/** A column's name; pressing it sorts downwards, upwards, not at all. */
export function ColumnHead({ field, amount, sort, onSort }: Props) {
  const { i18n } = useTranslation();
  const label = labelIn(field.label, i18n.language);
  const down = sort === `-${field.name}`;
  const up = sort === field.name;
  const next = down ? field.name : up ? undefined : `-${field.name}`;
  return (
    <th scope="col" data-amount={amount} aria-sort={down ? "descending" : up ? "ascending" : undefined}>
      {field.sortable ? (
        <button type="button" className={styles.sort} onClick={() => onSort(next)}>
          {label}
          {down && <ArrowDownOutlined aria-hidden />}
          {up && <ArrowUpOutlined aria-hidden />}
        </button>
      ) : (
        label
      )}
    </th>
  );
}
