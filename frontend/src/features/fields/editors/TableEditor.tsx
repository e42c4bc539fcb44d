import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { Suspense } from "react";
import { cellField } from "../checks/checks";
import type { Field } from "../field";
import { rowsOf } from "../shapes";
import type { RowValue } from "../shapes";
import { useFieldTexts } from "../texts";
import type { EditorProps } from "../widget";
import { editors } from "./editors";
import styles from "./editors.module.css";

type CellProps = Omit<EditorProps, "label" | "describedBy"> & { row: number };

function Cell({ row, ...props }: CellProps) {
  const t = useFieldTexts();
  const Editor = editors[props.field.type];
  if (!Editor) return null;
  const label = t("table.cell", { row: row + 1, column: props.field.name });
  return (
    <div className={styles.cell}>
      <span className={styles.cellLabel} aria-hidden>
        {props.field.name}
      </span>
      <Suspense fallback={null}>
        <Editor {...props} label={label} describedBy={undefined} />
      </Suspense>
    </div>
  );
}

/** A sub-table: a line of editors for each row. */
export function TableEditor({ id, field, store, value, invalid, onChange, onLeave }: EditorProps) {
  const t = useFieldTexts();
  const rows = rowsOf(value) ?? [];
  const columns: Field[] = field.settings.columns.map(({ name, type }) => cellField(field, name, type));
  const write = (next: RowValue[]) => onChange(next.length > 0 ? next : null);
  return (
    <div className={styles.stack} onBlur={onLeave}>
      {rows.map((row, place) => (
        // Rows have no identity of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place} className={styles.row}>
          {columns.map((column) => (
            <Cell
              key={column.name}
              id={`${id}-${place}-${column.name}`}
              row={place}
              field={column}
              store={store}
              value={row[column.name] ?? null}
              invalid={invalid}
              onChange={(cell) => write(rows.with(place, { ...row, [column.name]: cell }))}
              onLeave={onLeave}
            />
          ))}
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t("table.remove", { row: place + 1 })}
            onClick={() => write(rows.toSpliced(place, 1))}
          />
        </div>
      ))}
      <Button id={id} className={styles.start ?? ""} icon={<PlusOutlined aria-hidden />} onClick={() => write([...rows, {}])}>
        {t("table.add")}
      </Button>
    </div>
  );
}
