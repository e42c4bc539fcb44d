import type { QueryClient } from "@tanstack/react-query";
import { changeRecord, createRecord } from "@/api/sdk.gen";
import type { RecordOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";
import { idOf } from "./list";
import type { Row } from "./list";
import { recordQuery } from "./record";

type Values = Record<string, unknown>;

/** Answers the record as its writer sees it. */
export function createOne(store: string, entity: string, values: Values): Promise<RecordOut> {
  return createRecord({ headers: inStore(store), path: { entity }, body: { values } });
}

/** `step`: the id of what a flow asks on the record, which opens some of its fields. */
export type Change = { id: string; version: number; values: Values; step?: string | null };

/** Raises ApiError "changed_meanwhile" when the record is not at `version` any more. */
export function changeOne(store: string, entity: string, { id, version, values, step = null }: Change): Promise<RecordOut> {
  return changeRecord({ headers: inStore(store), path: { entity, record_id: id }, body: { version, values, step } });
}

export function versionOf(row: Row): number {
  return typeof row.version === "number" ? row.version : 0;
}

type Pages = { pages: { rows: Row[] }[] };

function hasPages(data: unknown): data is Pages {
  return typeof data === "object" && data !== null && Array.isArray((data as Partial<Pages>).pages);
}

function sameColumns(row: Row, record: Row): Row {
  return Object.fromEntries(Object.keys(row).map((name) => [name, record[name]]));
}

/** Puts a saved record where it is shown: its page, and its row in every list, which keeps its place meanwhile. */
export function showSaved(client: QueryClient, store: string, entity: string, answer: RecordOut): void {
  const id = idOf(answer.record);
  client.setQueryData(recordQuery(store, entity, id).queryKey, answer);
  client.setQueriesData({ queryKey: ["store", store, "records", entity] }, (data: unknown) => {
    if (!hasPages(data)) return data;
    const pages = data.pages.map((page) => ({
      ...page,
      rows: page.rows.map((row) => (idOf(row) === id ? sameColumns(row, answer.record) : row)),
    }));
    return { ...data, pages };
  });
  void client.invalidateQueries({ queryKey: ["store", store], refetchType: "none" });
}

/** After records came or went: everything of the store that is on the screen is read anew. */
export function readAnew(client: QueryClient, store: string): Promise<void> {
  return client.invalidateQueries({ queryKey: ["store", store] });
}
