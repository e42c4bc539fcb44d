import { useSuspenseQuery } from "@tanstack/react-query";
import { meQuery } from "./api/me";
import type { GroupEntry, Me, StoreEntry } from "@/api/types.gen";

/** The signed-in person; only for pages behind the sign-in guard. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function findStore(me: Me, slug: string): { store: StoreEntry; group: GroupEntry } | null {
  for (const group of me.groups) {
    const store = group.stores.find((candidate) => candidate.slug === slug);
    if (store) return { store, group };
  }
  return null;
}

/** Groups whose headquarters this person may enter: those in which they have a group-level role. */
export function headquartersOf(me: Me): GroupEntry[] {
  return me.groups.filter((group) => group.role !== null);
}
