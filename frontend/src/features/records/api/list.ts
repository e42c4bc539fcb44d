import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { request } from "@/http/request";
import type { ListSearch } from "../listSearch";

export type Row = { id: string } & Record<string, unknown>;
export type Page = { rows: Row[]; next_cursor: string | null; count: { value: number; exact: boolean } | null };

const pageSize = 50;

/** A store's records of one entity, page after page by cursor. */
export function listQuery(store: string, entity: string, fields: string[], { q, sort, filter }: ListSearch) {
  return infiniteQueryOptions({
    queryKey: ["store", store, "records", entity, fields, { q, sort, filter }],
    queryFn: ({ pageParam, signal }) =>
      request<Page>(`/api/store/records/${entity}`, {
        store,
        signal,
        query: {
          q,
          sort,
          filter: filter && JSON.stringify(filter),
          fields: fields.join(","),
          cursor: pageParam,
          limit: pageSize,
          count: pageParam === null,
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}
