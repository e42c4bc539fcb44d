import { PictureOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { FieldValue } from "@/features/fields/FieldValue";
import { filesOf } from "@/features/fields/shapes";
import { useWords } from "@/features/fields/useWords";
import { isPicture } from "@/features/files/kinds";
import { Picture } from "@/features/files/Picture";
import { labelIn } from "@/i18n/labelIn";
import type { Entity, Field } from "../api/entities";
import { idOf } from "../api/list";
import { briefFields } from "../briefFields";
import { fieldsToRead } from "../columns";
import type { ListSearch } from "../listSearch";
import { MarkSign } from "../marks/MarkSign";
import { useMarks } from "../marks/useMarks";
import { recordPath } from "../paths";
import { recordTitle } from "../recordTitle";
import { useRecordsTexts } from "../texts";
import { groupRowsQuery } from "./api";
import styles from "./gallery.module.css";

type Props = { store: string; entity: Entity; cover: Field | undefined; facts: Field[]; usual: Field[]; search: ListSearch };

/** Records by their pictures. `facts`: what stands below, where somebody chose; else what says most. */
export function Gallery({ store, entity, cover, facts, usual, search }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const words = useWords();
  const told = facts.length > 0 ? facts : usual;
  const fields = [...new Set([...fieldsToRead(entity, told), ...(cover ? [cover.name] : [])])];
  const list = useInfiniteQuery(groupRowsQuery(store, entity.name, fields, search, 40));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const markOf = useMarks(store, entity, rows);
  if (list.error && !list.data) return <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <SkeletonRows rows={8} />;
  if (rows.length === 0) return <p className={styles.none}>{t("board.none")}</p>;
  return (
    <div className={styles.gallery}>
      <ul className={styles.cards}>
        {rows.map((row) => {
          const rule = markOf(idOf(row))?.row;
          const picture = cover && filesOf(row[cover.name])?.find(({ kind }) => isPicture(kind));
          return (
            <li key={idOf(row)}>
              <Link to={recordPath(store, entity.name, idOf(row))} className={styles.card} data-tone={rule?.tone}>
                {cover && (
                  <span className={styles.cover}>
                    {picture ? <Picture store={store} file={picture} className={styles.picture ?? ""} /> : <PictureOutlined aria-hidden />}
                  </span>
                )}
                <span className={styles.title}>
                  <MarkSign rule={rule} />
                  {recordTitle(entity, row, words)}
                </span>
                {(facts.length > 0 ? facts : briefFields(entity, usual, row)).map((field) => (
                  <span key={field.name} className={styles.fact} title={labelIn(field.label, i18n.language)}>
                    <FieldValue value={row[field.name]} field={field} store={store} row={row} plain />
                  </span>
                ))}
              </Link>
            </li>
          );
        })}
      </ul>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}
