import { infiniteQueryOptions } from "@tanstack/react-query";
import { getTimeline } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

const pageSize = 20;

/** What happened to a record, the latest first: changes field by field, and comments. */
export function timelineQuery(store: string, entity: string, id: string) {
  return infiniteQueryOptions({
    queryKey: ["store", store, "timeline", entity, id],
    queryFn: ({ pageParam, signal }) =>
      getTimeline({
        signal,
        headers: inStore(store),
        path: { entity, record_id: id },
        query: { cursor: pageParam, limit: pageSize },
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}
