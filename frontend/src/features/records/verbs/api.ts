import { queryOptions } from "@tanstack/react-query";
import { doWithRecord, listVerbsOfRecord } from "@/api/sdk.gen";
import type { RecordOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { versionOf } from "../api/save";

/** What can be done next, and changed by hand; asked again whenever the record has changed. */
export function verbsQuery(store: string, entity: string, record: Row) {
  const path = { entity, record_id: idOf(record) };
  return queryOptions({
    queryKey: ["store", store, "verbs", entity, idOf(record), versionOf(record)],
    queryFn: () => listVerbsOfRecord({ headers: inStore(store), path }),
  });
}

export function doVerb(store: string, entity: string, record: Row, verb: string, values: Record<string, unknown>): Promise<RecordOut> {
  return doWithRecord({ headers: inStore(store), path: { entity, record_id: idOf(record), verb }, body: { version: versionOf(record), values } });
}
