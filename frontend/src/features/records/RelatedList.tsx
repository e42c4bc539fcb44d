import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RelatedRowsOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { formatCount } from "@/format/money";
import type { Entity } from "./api/entities";
import { idOf } from "./api/list";
import { labelIn } from "@/i18n/labelIn";
import type { ListSearch } from "./listSearch";
import { listPath, newPath, recordPath } from "./paths";
import { RecordLine } from "./RecordLine";
import styles from "./recordPage.module.css";
import { useRecordsTexts } from "./texts";

/** `record`: the open one, of the kind `of`, to which a new record here would be linked. */
type Props = { store: string; related: RelatedRowsOut; entities: Entity[]; of: string; record: { id: string; title: string } };

/** Records that point at the open one; each leads to its own page. */
export function RelatedList(props: Props) {
  const { store, related, entities, record } = props;
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const entity = entities.find((candidate) => candidate.name === related.entity);
  if (!entity) return null;
  const label = labelIn(related.label, i18n.language);
  const link = entity.fields.find(({ name }) => name === related.via);
  const onto = entity.actions.includes("create") && link?.right === "write" ? record : null;
  const { rows, count } = related;
  const total = formatCount(count.value) + (count.exact ? "" : "+");
  const narrowed: ListSearch = { filter: { combinator: "and", rules: [{ field: related.via, operator: "=", value: record.id }] } };
  return (
    <Panel
      title={label}
      flush
      extra={
        <span className={styles.extra}>
          {rows.length === 0 && <span className="cz-soft">{t("related.none")}</span>}
          {onto && (
            // What the new record begins with stands in the history's state: an address is read by others.
            <Link to={newPath(store, entity.name)} state={{ begin: { [related.via]: onto }, from: recordPath(store, props.of, record.id) } as object}>
              {t("related.add")}
            </Link>
          )}
        </span>
      }
    >
      {rows.map((row) => (
        <RecordLine key={idOf(row)} store={store} entity={entity} row={row} />
      ))}
      {(count.value > rows.length || !count.exact) && (
        <p className={styles.all}>
          {link?.filterable ? (
            <Link to={listPath(store, entity.name)} search={narrowed}>
              {t("related.all", { total })}
            </Link>
          ) : (
            t("related.first", { shown: rows.length, total })
          )}
        </p>
      )}
    </Panel>
  );
}
