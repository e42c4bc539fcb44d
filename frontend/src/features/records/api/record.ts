import { queryOptions } from "@tanstack/react-query";
import { getRecord } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

/** One record with the records that point at it. */
export function recordQuery(store: string, entity: string, id: string) {
  return queryOptions({
    queryKey: ["store", store, "record", entity, id],
    queryFn: ({ signal }) => getRecord({ signal, headers: inStore(store), path: { entity, record_id: id } }),
  });
}
