import { filterOf } from "./filter";
import type { FilterGroup } from "./filter";
import { laidOut } from "./layouts/layout";
import type { Layout, ViewKind } from "./layouts/layout";

/** What a list shows, kept in the address: `?q=&sort=-ordered_on&filter={…}&tags=<ids>&view=<id>&as=board&lay={…}`. */
export type ListSearch = { view?: string; q?: string; sort?: string; filter?: FilterGroup; tags?: string; as?: ViewKind; lay?: Layout };

export function listSearchOf(search: Record<string, unknown>): ListSearch {
  const { q, sort, view, tags } = search;
  const filter = filterOf(search.filter);
  return {
    ...(typeof view === "string" && view ? { view } : {}),
    ...(q === undefined || q === null || q === "" ? {} : { q: String(q) }),
    ...(typeof sort === "string" && sort ? { sort } : {}),
    ...(filter ? { filter } : {}),
    ...(typeof tags === "string" && tags ? { tags } : {}),
    ...laidOut(search),
  };
}
