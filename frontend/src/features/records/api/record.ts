import { queryOptions } from "@tanstack/react-query";
import { request } from "@/http/request";
import type { Label } from "./entities";
import type { Row } from "./list";

export type Related = { entity: string; label: Label; rows: Row[] };
export type RecordAnswer = { record: Row; related: Related[] };

/** One record with the records that point at it. */
export function recordQuery(store: string, entity: string, id: string) {
  return queryOptions({
    queryKey: ["store", store, "record", entity, id],
    queryFn: ({ signal }) => request<RecordAnswer>(`/api/store/records/${entity}/${id}`, { store, signal }),
  });
}
