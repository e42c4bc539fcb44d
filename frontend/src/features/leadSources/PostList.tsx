import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ExchangeLog } from "@/components/exchange/ExchangeLog";
import { outcomes, postsQuery } from "./api";
import type { Source } from "./api";
import { OutcomeSign } from "./OutcomeSign";
import { PostSheet } from "./PostSheet";
import { useSourceTexts } from "./texts";
import { useWhyRefused } from "./useWhyRefused";

/** What came in last, of all sources or of one, whatever came of it. */
export function PostList({ store, sources }: { store: string; sources: Source[] }) {
  const t = useSourceTexts();
  const why = useWhyRefused();
  const [asked, setAsked] = useState<{ source_id?: string; outcome?: string }>({});
  const [open, setOpen] = useState<string | null>(null);
  const came = useInfiniteQuery(postsQuery(store, asked));
  const rows = came.data?.pages.flatMap(({ posts }) => posts) ?? [];
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  return (
    <ExchangeLog
      title={t("log")}
      by={[
        {
          label: t("by.source"),
          options: sources.map(({ id, name }) => ({ value: id, label: name })),
          onChange: (value) => setAsked(({ outcome }) => ({ ...(outcome ? { outcome } : {}), ...(value ? { source_id: value } : {}) })),
        },
        {
          label: t("by.outcome"),
          options: outcomes.map((value) => ({ value, label: t(`outcome.${value}`) })),
          onChange: (value) => setAsked(({ source_id }) => ({ ...(source_id ? { source_id } : {}), ...(value ? { outcome: value } : {}) })),
        },
      ]}
      rows={
        came.data
          ? rows.map((row) => ({
              id: row.id,
              at: row.at,
              sign: <OutcomeSign outcome={row.outcome} />,
              head: (
                <>
                  <b>{names.get(row.source_id)}</b> {row.title}
                </>
              ),
              note: row.outcome === "refused" && why(row.reasons),
            }))
          : null
      }
      none={t("none")}
      error={came.error}
      onRetry={() => void came.refetch()}
      more={came.hasNextPage ? { text: t("more"), busy: came.isFetchingNextPage, onClick: () => void came.fetchNextPage() } : null}
      onOpen={setOpen}
    >
      {open && <PostSheet key={open} store={store} id={open} names={names} onClose={() => setOpen(null)} />}
    </ExchangeLog>
  );
}
