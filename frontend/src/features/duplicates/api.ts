import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { addDuplicateRule, checkDuplicates, listDuplicateRules, listDuplicates, listMerged, lookForDuplicates, mergeRecords, mergedInto, removeDuplicateRule, switchDuplicateRule, tellApart, undoMerge } from "@/api/sdk.gen";
import type { DuplicateGroupOut, LikeOut, LookOut, MergeIn, MergeTellOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";

export type Like = LikeOut;
export type Group = DuplicateGroupOut;
export type Look = LookOut;
export type Merged = MergeTellOut;

const pace = 1500;

/** What the latest look found; asked again while one is going on. */
export function groupsQuery(store: string, entity: string) {
  return infiniteQueryOptions({
    queryKey: ["store", store, "duplicates", entity],
    queryFn: ({ signal, pageParam }) => listDuplicates({ signal, headers: inStore(store), path: { entity }, query: { cursor: pageParam } }),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.look.status === "waiting" ? pace : false),
  });
}

export function look(store: string, entity: string) {
  return lookForDuplicates({ headers: inStore(store), path: { entity } });
}

export function mergedQuery(store: string, entity: string) {
  return infiniteQueryOptions({
    queryKey: ["store", store, "merged", entity],
    queryFn: ({ signal, pageParam }) => listMerged({ signal, headers: inStore(store), path: { entity }, query: { cursor: pageParam } }),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor,
  });
}

export function rulesQuery(store: string, entity: string) {
  return queryOptions({
    queryKey: ["store", store, "duplicate rules", entity],
    queryFn: ({ signal }) => listDuplicateRules({ signal, headers: inStore(store), path: { entity } }),
  });
}

/** Records like one that is being entered. */
export function checkQuery(store: string, entity: string, values: Record<string, unknown>) {
  return queryOptions({
    queryKey: ["store", store, "duplicate check", entity, values],
    queryFn: ({ signal }) => checkDuplicates({ signal, headers: inStore(store), path: { entity }, body: { values } }),
    staleTime: 10_000,
  });
}

/** Where an old address leads; refused for a record that was not merged. */
export function intoQuery(store: string, entity: string, id: string) {
  return queryOptions({
    queryKey: ["store", store, "merged into", entity, id],
    queryFn: ({ signal }) => mergedInto({ signal, headers: inStore(store), path: { entity, record_id: id } }),
    retry: false,
  });
}

export function merge(store: string, entity: string, body: MergeIn) {
  return mergeRecords({ headers: inStore(store), path: { entity }, body });
}

export function undo(store: string, merge_id: string) {
  return undoMerge({ headers: inStore(store), path: { merge_id } });
}

export function apart(store: string, entity: string, ids: string[]) {
  return tellApart({ headers: inStore(store), path: { entity }, body: { ids } });
}

export function switchRule(store: string, entity: string, key: string, enabled: boolean) {
  return switchDuplicateRule({ headers: inStore(store), path: { entity }, body: { key, enabled } });
}

export function addRule(store: string, entity: string, fields: string[], alike: string) {
  return addDuplicateRule({ headers: inStore(store), path: { entity }, body: { fields, alike } });
}

export function removeRule(store: string, entity: string, rule_id: string) {
  return removeDuplicateRule({ headers: inStore(store), path: { entity, rule_id } });
}
