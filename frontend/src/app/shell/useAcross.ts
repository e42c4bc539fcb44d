import { hqPath } from "@/features/session/hqPath";
import { recentStores } from "@/features/session/recents";
import { findStore, useMe } from "@/features/session/useMe";
import type { Place } from "./usePlace";

export type Across = { kind: "hq" | "store"; path: string; name: string | null };

/** The other side: from a store to its headquarters, from headquarters to the store entered last. */
export function useAcross(place: Place): Across | null {
  const me = useMe();
  if (place.kind === "store" && place.group && place.group.role !== null) {
    return { kind: "hq", path: hqPath(place.group.slug, "compare"), name: null };
  }
  if (place.kind !== "hq") return null;
  const slug = recentStores().find((recent) => findStore(me, recent)?.group.slug === place.group?.slug);
  const store = slug ? findStore(me, slug)?.store : place.group?.stores[0];
  return store ? { kind: "store", path: `/s/${store.slug}`, name: store.name } : null;
}
