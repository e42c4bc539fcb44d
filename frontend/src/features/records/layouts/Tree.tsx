import { DownOutlined, RightOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { useWords } from "@/features/fields/useWords";
import type { Entity, Field } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { fieldsToRead } from "../columns";
import type { FilterRule } from "../filter";
import type { ListSearch } from "../listSearch";
import { MarkSign } from "../marks/MarkSign";
import { useMarks } from "../marks/useMarks";
import { RecordLine } from "../RecordLine";
import { recordTitle } from "../recordTitle";
import { useRecordsTexts } from "../texts";
import { groupRowsQuery, narrowed } from "./api";
import type { ColorRule } from "./layout";
import styles from "./tree.module.css";

type Props = { store: string; entity: Entity; parent: Field; shown: Field[]; search: ListSearch };

/** Records below the records that they belong to; each branch is read when it is opened. */
export function Tree(props: Props) {
  return (
    <div className={styles.tree}>
      <Branch {...props} above={null} line={[]} />
    </div>
  );
}

/** `line`: the records above, so that a circle ends. */
function Branch({ above, line, ...props }: Props & { above: string | null; line: string[] }) {
  const t = useRecordsTexts();
  const { store, entity, parent, shown, search } = props;
  const rule: FilterRule = above
    ? { field: parent.name, operator: "=", value: above }
    : { field: parent.name, operator: "null", value: null };
  const list = useInfiniteQuery(
    groupRowsQuery(store, entity.name, fieldsToRead(entity, shown), { ...search, filter: narrowed(search.filter, rule) }),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const markOf = useMarks(store, entity, rows);
  if (list.error && !list.data) return <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <SkeletonRows rows={above ? 1 : 6} />;
  if (rows.length === 0) return <p className={styles.none}>{above ? t("tree.nothingBelow") : t("board.none")}</p>;
  return (
    <ul className={styles.branch}>
      {rows.map((row) => (
        <Leaf key={idOf(row)} {...props} row={row} line={line} rule={markOf(idOf(row))?.row} />
      ))}
      {list.hasNextPage && (
        <li>
          <Button type="text" size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("more")}
          </Button>
        </li>
      )}
    </ul>
  );
}

function Leaf({ row, line, rule, ...props }: Props & { row: Row; line: string[]; rule: ColorRule | undefined }) {
  const t = useRecordsTexts();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const id = idOf(row);
  const circle = line.includes(id);
  return (
    <li>
      <div className={styles.leaf} data-tone={rule?.tone}>
        <Button
          type="text"
          size="small"
          disabled={circle}
          aria-expanded={open}
          aria-label={t("tree.open", { title: recordTitle(props.entity, row, words) })}
          icon={open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          onClick={() => setOpen(!open)}
        />
        <MarkSign rule={rule} />
        <RecordLine store={props.store} entity={props.entity} row={row} />
      </div>
      {open && <Branch {...props} above={id} line={[...line, id]} />}
    </li>
  );
}
