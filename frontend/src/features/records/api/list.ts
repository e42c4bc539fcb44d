import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { listRecords } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";
import type { ListSearch } from "../listSearch";

/** The OpenAPI document can't name a record's fields: they are the catalogue's. */
export type Row = Record<string, unknown>;

export function idOf(row: Row): string {
  return String(row.id);
}

const pageSize = 50;

/** A store's records of one entity, page after page by cursor. */
export function listQuery(store: string, entity: string, fields: string[], { q, sort, filter, tags }: ListSearch) {
  return infiniteQueryOptions({
    queryKey: ["store", store, "records", entity, fields, { q, sort, filter, tags }],
    queryFn: ({ pageParam, signal }) =>
      listRecords({
        signal,
        headers: inStore(store),
        path: { entity },
        query: {
          q: q ?? "",
          sort: sort ?? "",
          filter: filter ? JSON.stringify(filter) : "",
          fields: fields.join(","),
          tags: tags ?? "",
          cursor: pageParam,
          limit: pageSize,
          count: pageParam === "",
        },
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}
