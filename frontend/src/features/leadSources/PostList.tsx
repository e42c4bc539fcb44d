import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useNow } from "@/components/useNow";
import { formatSince } from "@/format/date";
import { outcomes, postsQuery } from "./api";
import type { Source } from "./api";
import styles from "./leadSources.module.css";
import { OutcomeSign } from "./OutcomeSign";
import { PostSheet } from "./PostSheet";
import { useSourceTexts } from "./texts";
import { useWhyRefused } from "./useWhyRefused";

/** What came in last, of all sources or of one, whatever came of it. */
export function PostList({ store, sources }: { store: string; sources: Source[] }) {
  const t = useSourceTexts();
  const now = useNow();
  const why = useWhyRefused();
  const [asked, setAsked] = useState<{ source_id?: string; outcome?: string }>({});
  const [open, setOpen] = useState<string | null>(null);
  const came = useInfiniteQuery(postsQuery(store, asked));
  const rows = came.data?.pages.flatMap(({ posts }) => posts) ?? [];
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  return (
    <Panel title={t("log")} flush>
      <div className={styles.bar}>
        <Select
          allowClear
          aria-label={t("by.source")}
          placeholder={t("by.source")}
          options={sources.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value: string | undefined) => setAsked(({ outcome }) => ({ ...(outcome ? { outcome } : {}), ...(value ? { source_id: value } : {}) }))}
        />
        <Select
          allowClear
          aria-label={t("by.outcome")}
          placeholder={t("by.outcome")}
          options={outcomes.map((value) => ({ value: value as string, label: t(`outcome.${value}`) }))}
          onChange={(value: string | undefined) => setAsked(({ source_id }) => ({ ...(source_id ? { source_id } : {}), ...(value ? { outcome: value } : {}) }))}
        />
      </div>
      {came.error && <ErrorPanel error={came.error} onRetry={() => void came.refetch()} />}
      {came.isPending && <SkeletonRows rows={3} />}
      {came.data && rows.length === 0 && <p className={styles.none}>{t("none")}</p>}
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <button type="button" className={styles.open} onClick={() => setOpen(row.id)}>
              <OutcomeSign outcome={row.outcome} />
              <span className={styles.words}>
                <span>
                  <b>{names.get(row.source_id)}</b> {row.title}
                </span>
                {row.outcome === "refused" && <span className={`${styles.soft} cz-small`}>{why(row.reasons)}</span>}
              </span>
              <span className={`${styles.soft} cz-small`}>{formatSince(row.at, now)}</span>
            </button>
          </li>
        ))}
      </ul>
      {came.hasNextPage && (
        <p className={styles.none}>
          <Button loading={came.isFetchingNextPage} onClick={() => void came.fetchNextPage()}>
            {t("more")}
          </Button>
        </p>
      )}
      {open && <PostSheet key={open} store={store} id={open} names={names} onClose={() => setOpen(null)} />}
    </Panel>
  );
}
