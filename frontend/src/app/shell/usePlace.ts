import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { GroupEntry, StoreEntry } from "@/api/types.gen";
import { entitiesQuery } from "@/features/records/api/entities";
import { recentStores } from "@/features/session/recents";
import { findStore, useMe } from "@/features/session/useMe";
import { storeHomeQuery } from "@/features/store/api/home";
import { hqNavigation, storeNavigation } from "./navigation";
import type { NavEntry } from "./navigation";

export type Place = {
  kind: "store" | "hq" | "none";
  group: GroupEntry | null;
  store: StoreEntry | null;
  entries: NavEntry[];
};

/** Where the person is: in a store, at headquarters, or (on /me) beside the store they came from. */
export function usePlace(): Place {
  const me = useMe();
  const params = useParams({ strict: false }) as { store?: string; group?: string };
  const atHq = params.group ? (me.groups.find((group) => group.slug === params.group) ?? null) : null;
  const slug = params.store ?? (params.group ? undefined : recentStores()[0]);
  const found = slug ? findStore(me, slug) : null;
  const home = useQuery({ ...storeHomeQuery(found?.store.slug ?? ""), enabled: found !== null });

  const kinds = useQuery({ ...entitiesQuery(found?.store.slug ?? ""), enabled: found !== null });

  if (atHq) return { kind: "hq", group: atHq, store: null, entries: hqNavigation(atHq.slug, atHq.role) };
  if (!found) return { kind: "none", group: null, store: null, entries: [] };
  const { store, group } = found;
  // Not before both are known: tabs that move away under a finger are worse than a moment without them.
  if (home.isPending || kinds.isPending) return { kind: "store", group, store, entries: [] };
  return { kind: "store", group, store, entries: storeNavigation(store.slug, store.pack, home.data?.permissions ?? [], kinds.data ?? []) };
}
