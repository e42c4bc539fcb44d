import { StopOutlined } from "@ant-design/icons";
import { useDroppable } from "@dnd-kit/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { formatCount } from "@/format/money";
import type { Entity, Field } from "../../api/entities";
import { idOf } from "../../api/list";
import type { Row } from "../../api/list";
import { fieldsToRead } from "../../columns";
import type { ListSearch } from "../../listSearch";
import { useRecordsTexts } from "../../texts";
import { groupRowsQuery, narrowed, refreshEvery } from "../api";
import { useMarks } from "../../marks/useMarks";
import { Totals } from "../Totals";
import styles from "./board.module.css";
import { BoardCard } from "./BoardCard";
import type { Column } from "./columnsOf";

type Props = {
  store: string;
  entity: Entity;
  field: Field;
  column: Column;
  /** Where a card may go from here. */
  others: Column[];
  /** The card that is held can't be put here. */
  barred: boolean;
  shown: Field[];
  search: ListSearch;
  moved: ReadonlyMap<string, Row>;
  onPut: (row: Row, to: Column) => void;
};

/** One choice with its cards; it pages by itself. */
export function BoardColumn({ store, entity, field, column, others, barred, shown, search, moved, onPut }: Props) {
  const t = useRecordsTexts();
  const { setNodeRef, isOver } = useDroppable({ id: column.key, disabled: !column.open });
  const fields = [...fieldsToRead(entity, shown), field.name];
  const filter = column.rule ? narrowed(search.filter, column.rule) : search.filter;
  const list = useInfiniteQuery({
    ...groupRowsQuery(store, entity.name, fields, { ...search, ...(filter ? { filter } : {}) }),
    enabled: column.rule !== null && column.count > 0,
    refetchInterval: refreshEvery,
  });
  const here = (row: Row) => (row[field.name] ?? null) === column.value;
  const kept = (list.data?.pages.flatMap(({ rows }) => rows) ?? []).filter((row) => {
    const now = moved.get(idOf(row));
    return !now || here(now);
  });
  const known = new Set(kept.map((row) => idOf(row)));
  const arrived = column.rule ? [...moved.values()].filter((row) => here(row) && !known.has(idOf(row))) : [];
  const rows = [...arrived, ...kept];
  const markOf = useMarks(store, entity, rows);
  return (
    <section ref={setNodeRef} className={styles.column} data-over={isOver} data-open={column.open} data-barred={barred} aria-label={column.label}>
      <header className={styles.head}>
        <h2 className={styles.label}>
          {column.label} <span className={styles.count}>{formatCount(column.count)}</span>
        </h2>
        <div className={styles.totals}>
          <Totals entity={entity} totals={column.totals} />
        </div>
      </header>
      {barred && (
        <p className={styles.barred}>
          <StopOutlined aria-hidden /> {t("board.barred")}
        </p>
      )}
      <ul className={styles.cards}>
        {rows.map((row) => {
          // On its way: it is saved, and the lists are read again. It can't be taken until it has its place.
          const moving = moved.has(idOf(row));
          return (
            <li key={idOf(row)} aria-busy={moving}>
              <BoardCard
                store={store}
                entity={entity}
                row={row}
                shown={shown}
                others={moving ? [] : others}
                onPut={onPut}
                rule={markOf(idOf(row))?.row}
              />
            </li>
          );
        })}
      </ul>
      {list.isLoading && <Skeleton active title={false} />}
      {column.rule === null && <p className={styles.note}>{t("board.hiddenText")}</p>}
      {column.rule !== null && rows.length === 0 && !list.isLoading && <p className={styles.note}>{t("board.none")}</p>}
      {list.hasNextPage && (
        <Button type="text" block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </section>
  );
}
