import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Panel } from "@/components/Panel";
import { entitiesQuery } from "@/features/records/api/entities";
import { listPath, recordPath } from "@/features/records/paths";
import { viewName } from "@/features/records/views/viewName";
import { labelIn } from "@/i18n/labelIn";
import { memoryQuery } from "./api";
import styles from "./kept.module.css";
import { useSearchTexts } from "./texts";

const shown = 6;

/** What the person starred, and looked at last, on the store's first page; nothing until there is some. */
export function Kept({ store }: { store: string }) {
  const t = useSearchTexts();
  const { i18n } = useTranslation();
  const memory = useQuery(memoryQuery(store)).data;
  const kinds = useQuery(entitiesQuery(store)).data ?? [];
  const named = (name: string) => {
    const kind = kinds.find((one) => one.name === name);
    return kind ? labelIn(kind.label, i18n.language) : "";
  };
  if (!memory) return null;
  const line = (one: (typeof memory.recent)[number]) => (
    <Link key={one.id} to={recordPath(store, one.entity, one.id)} className={styles.line}>
      <span className={styles.title}>{one.title ?? t("unnamed")}</span>
      <span className={styles.note}>{named(one.entity)}</span>
    </Link>
  );
  const starred = memory.favourites.length + memory.views.length > 0;
  if (!starred && memory.recent.length === 0) return null;
  return (
    <div className={styles.kept}>
      {starred && (
        <Panel title={t("favourites")} flush>
          {memory.views.map((view) => (
            <Link key={view.id} to={listPath(store, view.entity)} search={{ view: view.id } as never} className={styles.line}>
              <span className={styles.title}>{viewName(view, i18n.language)}</span>
              <span className={styles.note}>{named(view.entity)}</span>
            </Link>
          ))}
          {memory.favourites.slice(0, shown).map(line)}
        </Panel>
      )}
      {memory.recent.length > 0 && (
        <Panel title={t("recent")} flush>
          {memory.recent.slice(0, shown).map(line)}
        </Panel>
      )}
    </div>
  );
}
