import type { GroupEntry, StoreEntry } from "@/api/types.gen";

export type MatchingGroup = { slug: string; name: string; role: string | null; headquarters: boolean; stores: StoreEntry[] };

/** The groups and stores whose name or slug holds `text`; a matching group shows all its stores. */
export function matchingGroups(groups: GroupEntry[], text: string): MatchingGroup[] {
  const wanted = text.trim().toLowerCase();
  const matches = (entry: { name: string; slug: string }) =>
    entry.name.toLowerCase().includes(wanted) || entry.slug.includes(wanted);
  return groups
    .map((group) => {
      const whole = matches(group);
      return {
        slug: group.slug,
        name: group.name,
        role: group.role,
        headquarters: group.role !== null && whole,
        stores: whole ? group.stores : group.stores.filter(matches),
      };
    })
    .filter((group) => group.headquarters || group.stores.length > 0);
}
