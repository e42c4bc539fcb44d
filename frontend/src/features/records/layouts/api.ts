import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { groupRecords, listRecords } from "@/api/sdk.gen";
import type { GroupOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";
import type { FilterGroup, FilterPart } from "../filter";
import type { ListSearch } from "../listSearch";

export type Group = GroupOut;

/** How often what others do comes in while a page is looked at. */
export const refreshEvery = 20_000;
const pageSize = 20;

type Grouping = { by: string; part?: "day" | "month" | "year"; totals?: string[] };

const asked = ({ q, filter, tags }: ListSearch) => ({ q: q ?? "", filter: filter ? JSON.stringify(filter) : "", tags: tags ?? "" });

/** How many records there are by a field, with sums of figures; by nothing: of all together. */
export function groupsQuery(store: string, entity: string, { by, part, totals = [] }: Grouping, search: ListSearch) {
  const query = { ...asked(search), by, part: part ?? ("month" as const), totals: totals.join(",") };
  return queryOptions({
    queryKey: ["store", store, "groups", entity, query],
    queryFn: ({ signal }) => groupRecords({ signal, headers: inStore(store), path: { entity }, query }),
    placeholderData: keepPreviousData,
  });
}

export function narrowed(filter: FilterGroup | undefined, ...rules: FilterPart[]): FilterGroup {
  return { combinator: "and", rules: [...(filter ? [filter] : []), ...rules] };
}

/** The records of one group, page after page. */
export function groupRowsQuery(store: string, entity: string, fields: string[], search: ListSearch, limit = pageSize) {
  const query = { ...asked(search), sort: search.sort ?? "", fields: fields.join(",") };
  return infiniteQueryOptions({
    queryKey: ["store", store, "records", entity, "part", query, limit],
    queryFn: ({ pageParam, signal }) =>
      listRecords({ signal, headers: inStore(store), path: { entity }, query: { ...query, cursor: pageParam, limit, count: false } }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}
