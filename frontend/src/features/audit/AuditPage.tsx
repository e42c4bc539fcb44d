import { HistoryOutlined, LockOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { entitiesQuery } from "@/features/records/api/entities";
import { storeHomeQuery } from "@/features/store/api/home";
import { auditQuery } from "./api/audit";
import styles from "./audit.module.css";
import { AuditFilters } from "./AuditFilters";
import type { AuditSearch } from "./auditSearch";
import { EntryCard } from "./EntryCard";
import { ExportAudit } from "./ExportAudit";
import { grouped } from "./grouped";
import { useAuditTexts } from "./texts";

/** Who did what in the store: when, from where and why. */
export function AuditPage() {
  const { store } = useParams({ from: "/_shell/s/$store/audit" });
  const tCommon = useCommonTexts();
  const home = useQuery(storeHomeQuery(store));
  if (home.isPending) return <SkeletonRows />;
  if (!home.data?.permissions.includes("audit.read")) {
    return <EmptyState whole icon={<LockOutlined />} title={tCommon("forbidden.title")} text={tCommon("forbidden.text")} />;
  }
  return <Trail store={store} />;
}

function Trail({ store }: { store: string }) {
  const t = useAuditTexts();
  const search = useSearch({ from: "/_shell/s/$store/audit" });
  const navigate = useNavigate({ from: "/s/$store/audit" });
  const change = (next: AuditSearch) => void navigate({ search: next, replace: true });
  const entities = useQuery(entitiesQuery(store)).data ?? [];
  const trail = useInfiniteQuery(auditQuery(store, search));
  const entries = trail.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const filtered = Object.keys(search).length > 0;
  return (
    <>
      <PageHeader title={t("title")} note={t("about")} actions={<ExportAudit store={store} search={search} />} />
      <AuditFilters store={store} entities={entities} search={search} onChange={change} />
      {trail.isPending && <SkeletonRows rows={6} />}
      {trail.error && <ErrorPanel error={trail.error} onRetry={() => void trail.refetch()} />}
      {trail.data && entries.length === 0 && !trail.hasNextPage && (
        <EmptyState
          icon={<HistoryOutlined />}
          title={t(filtered ? "none.filtered" : "none.title")}
          text={t(filtered ? "none.widen" : "none.text")}
          actions={filtered && <Button onClick={() => change({})}>{t("clear")}</Button>}
        />
      )}
      <ol className={styles.entries} aria-busy={trail.isPlaceholderData}>
        {grouped(entries).map((told) => (
          <EntryCard key={told.first.id} store={store} entities={entities} told={told} search={search} onChange={change} />
        ))}
      </ol>
      {trail.hasNextPage && (
        <div className={styles.more}>
          <Button loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
            {t("more")}
          </Button>
        </div>
      )}
    </>
  );
}
