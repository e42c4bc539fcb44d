import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { bringBackRecords, eraseRecords, listBin } from "@/api/sdk.gen";
import type { LostLinkOut, RecycledOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";

export type Recycled = RecycledOut;
export type BinSearch = { entity?: string; q?: string };

export function binSearchOf(search: Record<string, unknown>): BinSearch {
  const { entity, q } = search;
  return {
    ...(typeof entity === "string" && entity ? { entity } : {}),
    ...(q === undefined || q === null || q === "" ? {} : { q: String(q) }),
  };
}

export function binQuery(store: string, { entity, q }: BinSearch) {
  return infiniteQueryOptions({
    queryKey: ["store", store, "bin", { entity, q }],
    queryFn: ({ pageParam, signal }) =>
      listBin({ signal, headers: inStore(store), query: { entity: entity ?? "", q: q ?? "", cursor: pageParam, limit: 50 } }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** By kind, in the order in which they are shown: the latest deleted come back first, so that what they lead to is there. */
function byKind(records: Recycled[]): Map<string, string[]> {
  const kinds = new Map<string, string[]>();
  for (const { entity, record_id } of records) kinds.set(entity, [...(kinds.get(entity) ?? []), record_id]);
  return kinds;
}

/** Kind after kind, each all or none. Answers the links that are lost. */
export async function bringBack(store: string, records: Recycled[]): Promise<LostLinkOut[]> {
  const lost: LostLinkOut[] = [];
  for (const [entity, ids] of byKind(records)) {
    // oxlint-disable-next-line no-await-in-loop -- one kind may lead to the one before
    const answer = await bringBackRecords({ headers: inStore(store), path: { entity }, body: { ids } });
    lost.push(...answer.lost_links);
  }
  return lost;
}

export async function eraseForGood(store: string, records: Recycled[]): Promise<void> {
  for (const [entity, ids] of byKind(records)) {
    // oxlint-disable-next-line no-await-in-loop -- so that a refusal stops what follows
    await eraseRecords({ headers: inStore(store), body: { entity, ids, confirm: "erase" } });
  }
}
