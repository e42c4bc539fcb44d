import { queryOptions } from "@tanstack/react-query";
import { getRetentionHold, listRetentionHolds, listRetentionRules, previewRetentionRule, readRetention } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

export const retentionKey = (store: string) => ["store", store, "retention"];

export const retentionQuery = (store: string) =>
  queryOptions({ queryKey: [...retentionKey(store), "periods"], queryFn: ({ signal }) => readRetention({ signal, headers: inStore(store) }) });

export const rulesQuery = (store: string) =>
  queryOptions({ queryKey: [...retentionKey(store), "rules"], queryFn: ({ signal }) => listRetentionRules({ signal, headers: inStore(store) }) });

export const holdsQuery = (store: string) =>
  queryOptions({ queryKey: [...retentionKey(store), "holds"], queryFn: ({ signal }) => listRetentionHolds({ signal, headers: inStore(store) }) });

/** What the rule would do today: looked at anew each time. */
export const foretoldQuery = (store: string, rule: string) =>
  queryOptions({
    queryKey: [...retentionKey(store), "foretold", rule],
    queryFn: ({ signal }) => previewRetentionRule({ signal, headers: inStore(store), path: { retention_rule_id: rule } }),
    gcTime: 0,
    staleTime: 0,
  });

export const holdQuery = (store: string, entity: string, id: string) =>
  queryOptions({
    queryKey: [...retentionKey(store), "hold", entity, id],
    queryFn: ({ signal }) => getRetentionHold({ signal, headers: inStore(store), path: { entity, record_id: id } }),
  });
