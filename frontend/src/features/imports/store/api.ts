import { queryOptions } from "@tanstack/react-query";
import { getRecordImport, getRecordImportState, listRecordImports } from "@/api/sdk.gen";
import type { ImportRowOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";
import { isAtWork } from "../steps";

const often = 1_000;
const seldom = 3_000;

export type Became = ImportRowOut["became"];

/** One's imports of a kind of record, the latest first, and the mappings that are kept; asked again while one is at work. */
export function importsQuery(store: string, entity: string) {
  return queryOptions({
    queryKey: ["store", store, "imports", entity],
    queryFn: ({ signal }) => listRecordImports({ path: { entity }, signal, headers: inStore(store) }),
    refetchInterval: ({ state }) => (state.data?.jobs.some(isAtWork) ? seldom : false),
  });
}

export function importQuery(store: string, id: string) {
  return queryOptions({
    queryKey: ["store", store, "import", id],
    queryFn: ({ signal }) => getRecordImport({ path: { job_id: id }, signal, headers: inStore(store) }),
  });
}

/** What changes while a worker is at it, asked for every second until it rests. */
export function importStateQuery(store: string, id: string) {
  return queryOptions({
    queryKey: ["store", store, "import", id, "state"],
    queryFn: ({ signal }) => getRecordImportState({ path: { job_id: id }, signal, headers: inStore(store) }),
    refetchInterval: ({ state }) => (!state.data || isAtWork(state.data) ? often : false),
    gcTime: 0,
  });
}

/** Under which pages of rows are kept. */
export function rowsKey(store: string, id: string): string[] {
  return ["store", store, "import", id, "rows"];
}

/** Where rows of one outcome lie as a file. */
export function rowsAddress(id: string, kind: "csv" | "xlsx", became: Became | ""): string {
  return `/api/store/imports/${id}/rows.${kind}?became=${became}`;
}
