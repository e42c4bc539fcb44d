import { queryOptions } from "@tanstack/react-query";
import { listEntities } from "@/api/sdk.gen";
import type { EntityOut, FieldOut, NamedPeriodOut, OperatorOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";
import { asLookedAt, looksOnly } from "@/http/lookOnly";

export type Entity = EntityOut;
export type { Field } from "@/features/fields/field";
export type FieldType = FieldOut["type"];
export type Operator = OperatorOut;
export type Period = NamedPeriodOut;

/** What kinds of record the store keeps, which of their fields the person may see and how each is compared. */
export function entitiesQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "entities"],
    queryFn: async ({ signal }) => {
      const kinds = await listEntities({ signal, headers: inStore(store) });
      return looksOnly(store) ? kinds.map(asLookedAt) : kinds;
    },
    staleTime: 5 * 60_000,
  });
}
