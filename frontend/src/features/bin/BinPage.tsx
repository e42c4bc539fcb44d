import { DeleteOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button, Select } from "antd";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { entitiesQuery } from "@/features/records/api/entities";
import { SearchBox } from "@/features/records/SearchBox";
import { labelIn } from "@/i18n/labelIn";
import { binQuery } from "./api";
import type { BinSearch, Recycled } from "./api";
import styles from "./bin.module.css";
import { BinLine } from "./BinLine";
import { EraseForGood } from "./EraseForGood";
import { useBinTexts } from "./texts";
import { useBringBack } from "./useBringBack";

/** What was deleted, by whom and when: to bring back, or to erase for good. */
export function BinPage() {
  const t = useBinTexts();
  const tCommon = useCommonTexts();
  const { i18n } = useTranslation();
  const { store } = useParams({ from: "/_shell/s/$store/bin" });
  const search: BinSearch = useSearch({ from: "/_shell/s/$store/bin" });
  const navigate = useNavigate();
  const kinds = useQuery(entitiesQuery(store));
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const bin = useInfiniteQuery(binQuery(store, search));
  const [chosen, setChosen] = useState<ReadonlyMap<string, Recycled>>(new Map());
  const [erasing, setErasing] = useState<Recycled[] | null>(null);
  const back = useBringBack(store, kinds.data ?? []);
  const clear = useCallback(() => setChosen(new Map()), []);
  const change = useCallback(
    (part: BinSearch) => {
      clear();
      void navigate({
        to: ".",
        search: (before: BinSearch) =>
          Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== "" && value !== undefined)),
        replace: true,
      });
    },
    [navigate, clear],
  );
  const onSearch = useCallback((q: string) => change({ q }), [change]);

  if (kinds.error) return <ErrorPanel whole error={kinds.error} onRetry={() => void kinds.refetch()} />;
  if (!kinds.data) return <SkeletonRows />;
  const mine = kinds.data.filter(({ actions }) => actions.includes("delete"));
  if (mine.length === 0) {
    return <EmptyState whole icon={<DeleteOutlined />} title={tCommon("forbidden.title")} text={t("forbidden")} />;
  }
  const rows = bin.data?.pages.flatMap((page) => page.rows) ?? [];
  const days = bin.data?.pages[0]?.kept_days;
  const narrowed = Boolean(search.q ?? search.entity);
  const marked = [...chosen.values()];
  const done = () => {
    clear();
    setErasing(null);
  };
  const toggle = (row: Recycled) =>
    setChosen((before) => {
      const next = new Map(before);
      if (!next.delete(row.id)) next.set(row.id, row);
      return next;
    });
  return (
    <div className={styles.page}>
      <PageHeader title={t("title")} note={days === undefined ? undefined : t("note", { days })} />
      <div className={styles.tools}>
        <Select
          className={styles.kind}
          aria-label={t("kind")}
          value={search.entity ?? ""}
          options={[
            { value: "", label: t("everyKind") },
            ...mine.map((kind) => ({ value: kind.name, label: labelIn(kind.label_plural, i18n.language) })),
          ]}
          onChange={(entity) => change({ entity })}
        />
        <SearchBox className={styles.find ?? ""} value={search.q ?? ""} label={t("find")} onSearch={onSearch} />
      </div>
      {bin.isPending && <SkeletonRows />}
      {bin.error && !bin.data && <ErrorPanel error={bin.error} onRetry={() => void bin.refetch()} />}
      {bin.data && rows.length === 0 && (
        <EmptyState
          icon={<DeleteOutlined />}
          title={t(narrowed ? "empty.noMatchTitle" : "empty.title")}
          text={bin.hasNextPage ? t("empty.nextPart") : narrowed ? t("empty.noMatchText") : t("empty.text", { days: days ?? 0 })}
          actions={narrowed && <Button onClick={() => change({ q: "", entity: "" })}>{t("empty.clear")}</Button>}
        />
      )}
      {rows.length > 0 && (
        <Panel flush>
          <ul>
            {rows.map((row) => (
              <BinLine
                key={row.id}
                row={row}
                kind={mine.find(({ name }) => name === row.entity)}
                who={people.find(({ id }) => id === row.deleted_by)?.name ?? t("somebody")}
                chosen={chosen.has(row.id)}
                busy={back.busy}
                onToggle={() => toggle(row)}
                onBringBack={() => back.bring([row], done)}
                onErase={() => setErasing([row])}
              />
            ))}
          </ul>
        </Panel>
      )}
      {bin.hasNextPage && (
        <div className={styles.more}>
          <Button loading={bin.isFetchingNextPage} onClick={() => void bin.fetchNextPage()}>
            {t("more")}
          </Button>
        </div>
      )}
      {marked.length > 0 && (
        <div className={styles.bar} role="region" aria-label={t("title")}>
          <span role="status">{t("chosen", { count: marked.length })}</span>
          <Button type="primary" loading={back.busy} onClick={() => back.bring(marked, done)}>
            {t("bringBack")}
          </Button>
          {marked.every(({ can_erase }) => can_erase) && (
            <Button danger onClick={() => setErasing(marked)}>
              {t("erase")}
            </Button>
          )}
          <Button type="text" onClick={clear}>
            {t("clear")}
          </Button>
        </div>
      )}
      <Sheet open={erasing !== null} title={t("eraseTitle")} onClose={() => setErasing(null)}>
        {erasing && <EraseForGood store={store} records={erasing} onClose={() => setErasing(null)} onDone={done} />}
      </Sheet>
    </div>
  );
}
