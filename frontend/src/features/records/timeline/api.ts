import { infiniteQueryOptions } from "@tanstack/react-query";
import { getTimeline } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

const pageSize = 20;

/** The record's own, beside the kinds of what is around it. */
export const changes = "changes";

/** What happened to a record and around it, the latest first: changes, comments, records that are about it. `kind`:
 * of these alone; empty for all. */
export function timelineQuery(store: string, entity: string, id: string, kind = "") {
  return infiniteQueryOptions({
    queryKey: ["store", store, "timeline", entity, id, ...(kind ? [kind] : [])],
    queryFn: ({ pageParam, signal }) =>
      getTimeline({
        signal,
        headers: inStore(store),
        path: { entity, record_id: id },
        query: { cursor: pageParam, limit: pageSize, around: true, kinds: kind },
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}
