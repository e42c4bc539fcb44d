import type { Me } from "@/features/session/api/me";

/** The address of the store or headquarters that `now` has and `before` had not; null when nothing was added. */
export function newPlace(before: Me, now: Me): string | null {
  const stores = new Set(before.groups.flatMap((group) => group.stores.map((store) => store.slug)));
  const headquarters = new Set(before.groups.filter((group) => group.role !== null).map((group) => group.slug));
  for (const group of now.groups) {
    if (group.role !== null && !headquarters.has(group.slug)) return `/hq/${group.slug}/compare`;
    const added = group.stores.find((store) => !stores.has(store.slug));
    if (added) return `/s/${added.slug}`;
  }
  return null;
}
