import { Button, Checkbox } from "antd";
import { useRef } from "react";
import type { Entity, Field } from "./api/entities";
import { idOf } from "./api/list";
import type { Row } from "./api/list";
import type { Selection } from "./bulk/useSelection";
import { ColumnHead } from "./ColumnHead";
import { isEditableColumn } from "./inline/editable";
import { useCells } from "./inline/useCells";
import { isAmount } from "./RecordCell";
import { useMarks } from "./marks/useMarks";
import { RecordRow } from "./RecordRow";
import styles from "./recordTable.module.css";
import type { Tag } from "@/features/tags/api";
import { useTagsTexts } from "@/features/tags/texts";
import { useMediaQuery } from "@/theme/useMediaQuery";
import { useRecordsTexts } from "./texts";
import { useRowsInSight } from "./useRowsInSight";

type Props = {
  store: string;
  entity: Entity;
  columns: Field[];
  rows: Row[];
  /** The tags of a row; null where the column is not shown. */
  tags: ((id: string) => Tag[]) | null;
  sort: string | undefined;
  /** The rows are those of the search before; the new ones are on their way. */
  stale: boolean;
  more: { has: boolean; busy: boolean; load: () => void };
  /** Null where nothing can be done with many records. */
  selection: Selection | null;
  onSort: (sort: string | undefined) => void;
};

/** Rows as a table, or as cards on phones. Only the rows in sight are in the page. */
export function RecordTable(props: Props) {
  const { rows, columns, more, selection } = props;
  const phone = useMediaQuery("(max-width: 767px)");
  const tableRef = useRef<HTMLTableElement>(null);
  const cells = useCells(tableRef);
  const markOf = useMarks(props.store, props.entity, rows);
  const writable = !phone && columns.some((field) => isEditableColumn(field));
  const ids = rows.map((row) => idOf(row));
  const allChosen = selection !== null && ids.every((id) => selection.has(id));
  const t = useRecordsTexts();
  const tTags = useTagsTexts();
  const placeRef = useRef<HTMLDivElement>(null);
  const { items, before, after, measure } = useRowsInSight({ rows, columns, phone }, placeRef);

  return (
    <div ref={placeRef} data-stale={props.stale} className={styles.place}>
      <table
        ref={tableRef}
        className={styles.table}
        aria-rowcount={more.has ? -1 : rows.length + 1}
      >
        <thead>
          <tr>
            {selection && (
              <th scope="col" className={styles.choice}>
                <Checkbox
                  aria-label={t("bulk.chooseShown")}
                  checked={allChosen}
                  indeterminate={!allChosen && selection.ids.size > 0}
                  onChange={() => (allChosen ? selection.clear() : selection.choose(ids))}
                />
              </th>
            )}
            {columns.slice(0, 1).map((field) => (
              <ColumnHead key={field.name} field={field} amount={isAmount(field)} sort={props.sort} onSort={props.onSort} />
            ))}
            {props.tags && <th scope="col">{tTags("column")}</th>}
            {columns.slice(1).map((field) => (
              <ColumnHead key={field.name} field={field} amount={isAmount(field)} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {items.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <RecordRow
                  key={idOf(row)}
                  ref={measure}
                  index={index}
                  row={row}
                  columns={columns}
                  tags={props.tags}
                  store={props.store}
                  entity={props.entity}
                  selection={selection}
                  cells={writable ? cells : null}
                  mark={markOf(idOf(row))}
                />
              )
            );
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
      {more.has && (
        <div className={styles.more}>
          <span>{t("shown", { count: rows.length })}</span>
          <Button loading={more.busy} onClick={more.load}>
            {t("more")}
          </Button>
        </div>
      )}
    </div>
  );
}
