import { cellField } from "../checks/checks";
import { rowsOf } from "../shapes";
import { useWords } from "../useWords";
import { valueText } from "../valueText";
import type { DisplayProps } from "../widget";
import styles from "./displays.module.css";

/** A sub-table: as a table where there is room, else its first row in words. */
export function Rows({ value, field, text, whole }: DisplayProps) {
  const words = useWords();
  const rows = rowsOf(value);
  if (!rows || !whole) return <span className={styles.cut}>{text}</span>;
  const columns = field.settings.columns.map(({ name, type }) => cellField(field, name, type));
  return (
    <div className={styles.scroll}>
      <table className={styles.rows}>
        <thead>
          <tr>
            {columns.map(({ name }) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // Rows have no identity of their own.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={place}>
              {columns.map((column) => (
                <td key={column.name}>{valueText(row[column.name], column, words)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
