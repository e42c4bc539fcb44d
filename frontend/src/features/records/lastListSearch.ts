import { listSearchOf } from "./listSearch";
import type { ListSearch } from "./listSearch";

const storageKey = (store: string, entity: string) => `chezhan.list.${store}.${entity}`;

/** Keeps what a list showed, so that the way back from a record leads to the same rows. */
export function keepListSearch(store: string, entity: string, search: ListSearch): void {
  sessionStorage.setItem(storageKey(store, entity), JSON.stringify(search));
}

export function lastListSearch(store: string, entity: string): ListSearch {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey(store, entity)) ?? "{}");
    return listSearchOf(kept as Record<string, unknown>);
  } catch {
    return {};
  }
}
