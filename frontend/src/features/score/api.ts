import { queryOptions } from "@tanstack/react-query";
import { explainLeadScore, readScoreSheet } from "@/api/sdk.gen";
import type { Row } from "@/features/records/api/list";
import { idOf } from "@/features/records/api/list";
import { versionOf } from "@/features/records/api/save";
import { inStore } from "@/http/inStore";

export const sheetQuery = (store: string) =>
  queryOptions({ queryKey: ["store", store, "lead-score"], queryFn: ({ signal }) => readScoreSheet({ signal, headers: inStore(store) }) });

/** Asked again whenever the lead has changed. */
export const reasonsQuery = (store: string, lead: Row) =>
  queryOptions({
    queryKey: ["store", store, "lead-score", idOf(lead), versionOf(lead)],
    queryFn: ({ signal }) => explainLeadScore({ signal, headers: inStore(store), path: { lead_id: idOf(lead) } }),
  });
