import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { Suspense, useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { formatCount } from "@/format/money";
import type { Entity } from "./api/entities";
import { inSentence } from "@/i18n/inSentence";
import { labelIn } from "@/i18n/labelIn";
import { idOf, listQuery } from "./api/list";
import { BulkBar } from "./bulk/BulkBar";
import { useSelection } from "./bulk/useSelection";
import { ColumnChooser } from "./ColumnChooser";
import { fieldsToRead, useColumns } from "./columns";
import { ExportButton } from "./ExportButton";
import { FilterBar } from "./FilterBar";
import { looksOnly } from "@/http/lookOnly";
import { ImportLink } from "@/features/imports/store/ImportLink";
import { keepListSearch } from "./lastListSearch";
import { ListEmpty } from "./ListEmpty";
import { AllTotals } from "./layouts/AllTotals";
import { KindSwitch } from "./layouts/KindSwitch";
import { ShownAs } from "./layouts/ShownAs";
import type { ListSearch } from "./listSearch";
import styles from "./recordList.module.css";
import { LaidOut } from "./layouts/LaidOut";
import { newPath } from "./paths";
import { RecordTable } from "./RecordTable";
import { SearchBox } from "./SearchBox";
import { useRecordsTexts } from "./texts";
import { DuplicatesLink } from "@/features/duplicates/DuplicatesLink";
import { useBinTexts } from "@/features/bin/texts";
import { TagFilter } from "@/features/tags/TagFilter";
import { useTagsColumn } from "@/features/tags/useTagsColumn";
import { viewsQuery } from "./views/api";
import { ViewTabs } from "./views/ViewTabs";

/** Search, filter sentence, sort, columns and rows. What is shown stands in the address. */
export function RecordList({ store, entity }: { store: string; entity: Entity }) {
  const t = useRecordsTexts();
  const tBin = useBinTexts();
  const { i18n } = useTranslation();
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const views = useQuery(viewsQuery(store, entity.name));
  const { shown, choose } = useColumns(entity, views.data?.find(({ id }) => id === search.view) ?? null);
  const kind = search.as ?? "list";
  const layout = search.lay ?? {};
  const plainRows = kind === "list" && !entity.fields.some(({ name }) => name === layout.group);
  const list = useInfiniteQuery({
    ...listQuery(store, entity.name, fieldsToRead(entity, shown), search),
    enabled: plainRows,
  });
  const selection = useSelection();
  const { clear } = selection;
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const count = list.data?.pages[0]?.count;
  const tags = useTagsColumn(store, entity.name, rows.map((row) => idOf(row)));

  useEffect(() => keepListSearch(store, entity.name, search), [store, entity.name, search]);

  const change = useCallback(
    (part: Partial<ListSearch>) => {
      // What is chosen is what was seen: another search begins anew.
      clear();
      void navigate({
        to: ".",
        search: (before: ListSearch): ListSearch => {
          const next = { ...before, ...part };
          return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ""));
        },
        replace: true,
      });
    },
    [navigate, clear],
  );
  const onSearch = useCallback((q: string) => change({ q }), [change]);
  const plural = labelIn(entity.label_plural, i18n.language);

  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <PageHeader
          title={plural}
          note={count && t(count.exact ? "count.exact" : "count.estimated", { count: formatCount(count.value) })}
          actions={
            <>
              <ColumnChooser entity={entity} shown={shown} tags={tags} onChoose={choose} />
              {entity.actions.includes("export") && (
                <ExportButton store={store} entity={entity} columns={shown} search={search} />
              )}
              <ImportLink store={store} entity={entity} />
              {entity.actions.includes("delete") && (
                <Link to="/s/$store/bin" params={{ store }} search={{ entity: entity.name }}>
                  <Button type="text" icon={<DeleteOutlined />}>
                    {tBin("deletedOnes")}
                  </Button>
                </Link>
              )}
              {entity.actions.includes("delete") && <DuplicatesLink store={store} entity={entity.name} />}
              {entity.actions.includes("create") && (
                <Link to={newPath(store, entity.name)} aria-keyshortcuts="c">
                  <Button type="primary" icon={<PlusOutlined />}>
                    {t("newShort")}
                  </Button>
                </Link>
              )}
            </>
          }
        />
        <ViewTabs
          store={store}
          entity={entity.name}
          search={search}
          columns={shown.map(({ name }) => name)}
          onOpen={(next) => void navigate({ to: ".", search: next, replace: true })}
        />
        <div className={styles.tools}>
          <KindSwitch entity={entity} kind={kind} onChange={(as) => change({ as: as === "list" ? undefined : as })} />
          <SearchBox
            className={styles.search}
            value={search.q ?? ""}
            label={t("search", { entity: inSentence(plural, i18n.language) })}
            onSearch={onSearch}
          />
          <FilterBar store={store} entity={entity.name} filter={search.filter} onChange={(filter) => change({ filter })} />
          <TagFilter
            store={store}
            chosen={search.tags?.split(",") ?? []}
            onChange={(chosen) => change({ tags: chosen.join(",") })}
          />
        </div>
        <ShownAs store={store} entity={entity} search={search} onChange={change} />
      </div>
      {kind === "list" && <AllTotals store={store} entity={entity} totals={layout.totals ?? []} search={search} />}
      {!plainRows && (
        <Suspense fallback={<SkeletonRows rows={12} />}>
          <LaidOut store={store} entity={entity} shown={shown} search={search} onSort={(sort) => change({ sort })} />
        </Suspense>
      )}
      {plainRows && list.isPending && <SkeletonRows rows={12} />}
      {plainRows && list.error && !list.data && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {plainRows && list.data && rows.length === 0 && (
        <ListEmpty
          store={store}
          entity={entity}
          plural={plural}
          narrowed={Boolean(search.q ?? search.filter ?? search.tags)}
          onClear={() => change({ q: undefined, filter: undefined, tags: undefined })}
        />
      )}
      {plainRows && rows.length > 0 && (
        <RecordTable
          store={store}
          entity={entity}
          columns={shown}
          rows={rows}
          tags={tags.shown ? tags.of : null}
          sort={search.sort ?? entity.sort}
          stale={list.isPlaceholderData}
          more={{ has: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
          selection={looksOnly(store) ? null : selection}
          onSort={(sort) => change({ sort })}
        />
      )}
      <BulkBar
        store={store}
        entity={entity}
        selection={selection}
        search={search}
        shown={rows.length}
        total={count?.value ?? rows.length}
      />
    </div>
  );
}
