import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { forgetRecent, readMemory, rememberRecord, searchStore, starRecord, starView, unstarRecord, unstarView } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";
import { queryClient } from "@/http/queryClient";

/** A later search of the same box takes the place of an earlier one, whose request is cancelled. */
export function searchQuery(store: string, text: string) {
  return queryOptions({
    queryKey: ["store", store, "search", text],
    queryFn: ({ signal }) => searchStore({ signal, headers: inStore(store), query: { q: text } }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

export function memoryQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "memory"],
    queryFn: ({ signal }) => readMemory({ signal, headers: inStore(store), query: { recent: 10 } }),
    staleTime: 30_000,
  });
}

async function refresh(store: string): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: memoryQuery(store).queryKey });
}

export async function remember(store: string, entity: string, id: string): Promise<void> {
  await rememberRecord({ headers: inStore(store), path: { entity, record_id: id } });
  await refresh(store);
}

export async function forget(store: string): Promise<void> {
  await forgetRecent({ headers: inStore(store) });
  await refresh(store);
}

export async function setStar(store: string, entity: string, id: string, on: boolean): Promise<void> {
  const asked = { headers: inStore(store), path: { entity, record_id: id } };
  await (on ? starRecord(asked) : unstarRecord(asked));
  await refresh(store);
}

export async function setViewStar(store: string, view: string, on: boolean): Promise<void> {
  const asked = { headers: inStore(store), path: { view_id: view } };
  await (on ? starView(asked) : unstarView(asked));
  await refresh(store);
}
