import { Select } from "antd";
import { columnLabel, sortableColumns } from "./columns";
import { isDescending, sortKeyOf } from "./ordering";
import type { Sort } from "./ordering";
import styles from "./rows.module.css";
import { useCompareTexts } from "./texts";
import type { View } from "./view";

/** Stands in for the headings where rows are cards. */
export function SortChoice({ view, onSort }: { view: View; onSort: (sort: Sort) => void }) {
  const t = useCompareTexts();
  const options = sortableColumns(view).flatMap((key) => {
    const column = t(columnLabel(key, view.by));
    const ways: Sort[] = key === "label" ? ["label", "-label"] : [`-${key}`, key];
    return ways.map((value) => ({
      value,
      label:
        sortKeyOf(value) === "label"
          ? column
          : `${column} · ${t(isDescending(value) ? "rows.descending" : "rows.ascending")}`,
    }));
  });
  return (
    <div className={styles.sortChoice}>
      <Select<Sort>
        aria-label={t("rows.sort")}
        value={view.sort}
        options={options}
        onChange={onSort}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}
