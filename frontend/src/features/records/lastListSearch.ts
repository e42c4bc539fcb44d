import { listSearchOf } from "./listSearch";
import type { ListSearch } from "./listSearch";
import type { Section } from "./sections";

const storageKey = (store: string, section: Section) => `chezhan.list.${store}.${section}`;

/** Keeps what a list showed, so that the way back from a record leads to the same rows. */
export function keepListSearch(store: string, section: Section, search: ListSearch): void {
  sessionStorage.setItem(storageKey(store, section), JSON.stringify(search));
}

export function lastListSearch(store: string, section: Section): ListSearch {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey(store, section)) ?? "{}");
    return listSearchOf(kept as Record<string, unknown>);
  } catch {
    return {};
  }
}
