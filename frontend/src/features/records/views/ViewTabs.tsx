import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { StarView } from "@/features/search/StarView";
import { looksOnly } from "@/http/lookOnly";
import { listPath } from "../paths";
import { plainLayout } from "../layouts/layout";
import type { ListSearch } from "../listSearch";
import { useRecordsTexts } from "../texts";
import { isChanged, searchOf, viewsQuery } from "./api";
import { KeepView } from "./KeepView";
import { viewName } from "./viewName";
import styles from "./views.module.css";

type Props = { store: string; entity: string; search: ListSearch; columns: string[]; onOpen: (search: ListSearch) => void };

/** The list's saved views, one's own and the shared ones; what differs from a view can be kept in it or as another. */
export function ViewTabs({ store, entity, search, columns, onOpen }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const views = useQuery(viewsQuery(store, entity)).data ?? [];
  const current = views.find((view) => view.id === search.view);
  const narrowed = Boolean(search.q ?? search.sort ?? search.filter ?? search.tags ?? search.as ?? plainLayout(search.lay));
  const keepable = current ? isChanged(current, search, columns) : narrowed;
  if (views.length === 0 && !keepable) return null;
  const tab = (key: string, name: string, to: ListSearch, open: boolean) => (
    <Link
      key={key}
      to={listPath(store, entity)}
      search={to}
      className={styles.tab}
      data-open={open}
      activeOptions={{ exact: true, includeSearch: true }}
    >
      {name}
    </Link>
  );
  return (
    <nav className={styles.tabs} aria-label={t("views.label")}>
      {tab("", t("views.all"), {}, current === undefined)}
      {views.map((view) => tab(view.id, viewName(view, i18n.language), searchOf(view), view.id === current?.id))}
      {current && !looksOnly(store) && <StarView store={store} view={current.id} />}
      {!looksOnly(store) && <KeepView
        key={`keep ${current?.id ?? ""}`}
        store={store}
        entity={entity}
        current={current ?? null}
        changed={keepable}
        search={search}
        columns={columns}
        onOpen={onOpen}
      />}
    </nav>
  );
}
