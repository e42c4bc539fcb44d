import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import type { Entity } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import { listPath } from "@/features/records/paths";
import { RecordLine } from "@/features/records/RecordLine";
import { useEntity } from "@/features/records/useEntity";
import { VerbSheet } from "@/features/records/verbs/VerbSheet";
import { formatCount } from "@/format/money";
import { looksOnly } from "@/http/lookOnly";
import { poolQuery, pooledQuery } from "./api";
import { PoolCard } from "./PoolCard";
import { PoolRules } from "./PoolRules";
import { usePoolTexts } from "./texts";
import styles from "./pool.module.css";

/** /s/<store>/lead-pool: leads that are nobody's, to be picked with one tap. */
export function PoolPage() {
  const { store } = useParams({ from: "/_shell/s/$store/lead-pool" });
  const { entity, error, retry } = useEntity(store, "lead");
  if (error) return <ErrorPanel whole error={error} onRetry={retry} />;
  if (!entity) return <SkeletonRows rows={8} />;
  return <Pool store={store} entity={entity} />;
}

function Pool({ store, entity }: { store: string; entity: Entity }) {
  const t = usePoolTexts();
  const pool = useQuery(poolQuery(store));
  const pages = useInfiniteQuery(pooledQuery(store, entity));
  const [picked, setPicked] = useState<Row[]>([]);
  const [handed, setHanded] = useState<Row | null>(null);
  const [ruled, setRuled] = useState(false);
  const rows = pages.data?.pages.flatMap((page) => page.rows as Row[]) ?? [];
  const error = pool.error ?? pages.error;
  const read = pool.data && pages.data;
  const changes = !looksOnly(store);
  const cooling = new Map(pool.data?.cooling.map(({ lead, until }) => [lead, until]));
  const handsOut = entity.verbs.find(({ name }) => name === "hand_out");
  return (
    <>
      <PageHeader
        title={t("title")}
        note={pool.data && (pool.data.left > 0 ? t("left", { left: formatCount(pool.data.left), cap: formatCount(pool.data.daily_cap) }) : t("none", { cap: formatCount(pool.data.daily_cap) }))}
        actions={
          <>
            <Link to={listPath(store, "lead")}>
              <Button>{t("all")}</Button>
            </Link>
            {pool.data?.may_change && changes && <Button onClick={() => setRuled(true)}>{t("rules")}</Button>}
          </>
        }
      />
      {picked.length > 0 && (
        <Panel title={t("mine")} flush>
          {picked.map((row) => (
            <RecordLine key={idOf(row)} store={store} entity={entity} row={row} />
          ))}
        </Panel>
      )}
      <Panel flush>
        {error && !read && (
          <ErrorPanel
            error={error}
            onRetry={() => {
              void pool.refetch();
              void pages.refetch();
            }}
          />
        )}
        {!error && !read && <SkeletonRows rows={6} />}
        {read && rows.length === 0 && <EmptyState title={t("empty")} text={t("emptyText")} />}
        {read && rows.length > 0 && (
          <ul className={styles.cards}>
            {rows.map((row) => (
              <PoolCard
                key={idOf(row)}
                store={store}
                entity={entity}
                row={row}
                until={cooling.get(idOf(row)) ?? null}
                picks={changes && pool.data.left > 0 && entity.verbs.some(({ name }) => name === "pick")}
                onPicked={(record) => setPicked((before) => [record, ...before])}
                onHandOut={changes && pool.data.may_change && handsOut ? () => setHanded(row) : null}
              />
            ))}
          </ul>
        )}
        {pages.hasNextPage && (
          <Button type="link" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t("more")}
          </Button>
        )}
      </Panel>
      {handsOut && <VerbSheet store={store} entity={entity} record={handed ?? {}} verb={handed ? handsOut : null} onClose={() => setHanded(null)} />}
      {pool.data && <PoolRules store={store} entity={entity} open={ruled} told={pool.data} onClose={() => setRuled(false)} />}
    </>
  );
}
