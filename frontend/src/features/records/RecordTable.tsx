import { Button } from "antd";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import type { Entity, Field } from "./api/entities";
import { idOf } from "./api/list";
import type { Row } from "./api/list";
import { ColumnHead } from "./ColumnHead";
import { isAmount, RecordRow } from "./RecordRow";
import styles from "./recordTable.module.css";
import { useRecordsTexts } from "./texts";

type Props = {
  store: string;
  entity: Entity;
  columns: Field[];
  rows: Row[];
  sort: string | undefined;
  /** The rows are those of the search before; the new ones are on their way. */
  stale: boolean;
  more: { has: boolean; busy: boolean; load: () => void };
  onSort: (sort: string | undefined) => void;
};

const usualRow = 44;
const spare = 12;

/** Rows as a table, or as cards on phones. Only the rows in sight are in the page. */
export function RecordTable(props: Props) {
  const { rows, columns, more } = props;
  const t = useRecordsTexts();
  const placeRef = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);

  // oxlint-disable-next-line react-hooks/incompatible-library -- rows are read fresh on every scroll
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => document.getElementById("main"),
    estimateSize: () => usualRow,
    getItemKey: (index) => idOf(rows[index] ?? { id: index }),
    overscan: spare,
    scrollMargin: offset,
  });
  useLayoutEffect(() => setOffset(placeRef.current?.offsetTop ?? 0), [columns, rows.length]);

  const items = virtual.getVirtualItems();
  const before = (items[0]?.start ?? offset) - offset;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset);

  return (
    <div ref={placeRef} data-stale={props.stale} className={styles.place}>
      <table className={styles.table} aria-rowcount={more.has ? -1 : rows.length + 1}>
        <thead>
          <tr>
            {columns.map((field) => (
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
                  ref={virtual.measureElement}
                  index={index}
                  row={row}
                  columns={columns}
                  store={props.store}
                  entity={props.entity}
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
