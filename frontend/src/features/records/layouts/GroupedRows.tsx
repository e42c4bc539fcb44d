import { DownOutlined, RightOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { answeringKind } from "@/features/fields/field";
import { FieldValue } from "@/features/fields/FieldValue";
import { formatCount } from "@/format/money";
import { labelIn } from "@/i18n/labelIn";
import type { Entity, Field } from "../api/entities";
import { idOf } from "../api/list";
import { ColumnHead } from "../ColumnHead";
import { fieldsToRead } from "../columns";
import type { FilterRule } from "../filter";
import type { ListSearch } from "../listSearch";
import { isAmount } from "../RecordCell";
import { useMarks } from "../marks/useMarks";
import { RecordRow } from "../RecordRow";
import table from "../recordTable.module.css";
import { useRecordsTexts } from "../texts";
import { groupRowsQuery, groupsQuery, narrowed } from "./api";
import type { Group } from "./api";
import type { Layout } from "./layout";
import styles from "./layouts.module.css";
import { Totals } from "./Totals";

type Props = {
  store: string;
  entity: Entity;
  field: Field;
  layout: Layout;
  columns: Field[];
  search: ListSearch;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
};

/** Rows under heads that count and add them up; a group is read when it is opened. */
export function GroupedRows({ store, entity, field, layout, columns, search, sort, onSort }: Props) {
  const t = useRecordsTexts();
  const groups = useQuery(
    groupsQuery(store, entity.name, { by: field.name, part: layout.part ?? "month", totals: layout.totals ?? [] }, search),
  );
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  if (groups.error && !groups.data) return <ErrorPanel error={groups.error} onRetry={() => void groups.refetch()} />;
  if (!groups.data) return <SkeletonRows rows={8} />;
  const toggle = (key: string) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  return (
    <>
      {groups.data.more && <Alert banner type="warning" title={t("layout.moreGroups")} />}
      <table className={table.table} data-stale={groups.isPlaceholderData}>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHead key={column.name} field={column} amount={isAmount(column)} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        {groups.data.groups.map((group) => {
          const key = group.known ? JSON.stringify(group.rule) : "unknown";
          return (
            <tbody key={key}>
              <GroupHead
                store={store}
                entity={entity}
                field={field}
                part={layout.part ?? "month"}
                group={group}
                span={columns.length}
                open={open.has(key)}
                onToggle={() => toggle(key)}
              />
              {open.has(key) && group.rule && (
                <GroupBody store={store} entity={entity} columns={columns} search={search} rule={group.rule as FilterRule} />
              )}
            </tbody>
          );
        })}
      </table>
    </>
  );
}

type HeadProps = {
  store: string;
  entity: Entity;
  field: Field;
  part: "day" | "month" | "year";
  group: Group;
  span: number;
  open: boolean;
  onToggle: () => void;
};

const shownDigits = { day: 10, month: 7, year: 4 } as const;

function GroupHead({ store, entity, field, part, group, span, open, onToggle }: HeadProps) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const dated = ["date", "datetime"].includes(answeringKind(field));
  const name = !group.known ? (
    <span className={styles.quiet}>{t("layout.unknown")}</span>
  ) : group.value === null ? (
    <span className={styles.quiet}>{t("board.empty", { field: labelIn(field.label, i18n.language) })}</span>
  ) : dated ? (
    String(group.value).slice(0, shownDigits[part])
  ) : (
    <FieldValue value={group.value} field={field} store={store} row={{}} plain />
  );
  return (
    <tr className={styles.groupHead}>
      <th scope="rowgroup" colSpan={span} aria-label={labelIn(field.label, i18n.language)}>
        <div className={styles.groupLine}>
          <Button
            type="text"
            size="small"
            disabled={group.rule === null}
            aria-expanded={open}
            icon={open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
            onClick={onToggle}
          >
            {name}
          </Button>
          <span className={styles.quiet}>{t("layout.count", { count: formatCount(group.count) })}</span>
          <span className={styles.groupSums}>
            <Totals entity={entity} totals={group.totals} />
          </span>
        </div>
      </th>
    </tr>
  );
}

function GroupBody({ store, entity, columns, search, rule }: { store: string; entity: Entity; columns: Field[]; search: ListSearch; rule: FilterRule }) {
  const t = useRecordsTexts();
  const list = useInfiniteQuery(
    groupRowsQuery(store, entity.name, fieldsToRead(entity, columns), { ...search, filter: narrowed(search.filter, rule) }, 50),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const markOf = useMarks(store, entity, rows);
  return (
    <>
      {rows.map((row, index) => (
        <RecordRow
          key={idOf(row)}
          ref={null}
          index={index}
          row={row}
          columns={columns}
          tags={null}
          store={store}
          entity={entity}
          selection={null}
          cells={null}
          mark={markOf(idOf(row))}
        />
      ))}
      {(list.isLoading || list.error || list.hasNextPage) && (
        <tr>
          <td colSpan={columns.length}>
            {list.error ? (
              <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
            ) : (
              <Button type="text" loading={list.isLoading || list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {list.isLoading ? "" : t("more")}
              </Button>
            )}
          </td>
        </tr>
      )}
    </>
  );
}
