import { filterOf } from "./filter";
import type { FilterGroup } from "./filter";

/** What a list shows, kept in the address: `?q=&sort=-ordered_on&filter={…}`. */
export type ListSearch = { q?: string; sort?: string; filter?: FilterGroup };

export function listSearchOf(search: Record<string, unknown>): ListSearch {
  const { q, sort } = search;
  const filter = filterOf(search.filter);
  return {
    ...(q === undefined || q === null || q === "" ? {} : { q: String(q) }),
    ...(typeof sort === "string" && sort ? { sort } : {}),
    ...(filter ? { filter } : {}),
  };
}
