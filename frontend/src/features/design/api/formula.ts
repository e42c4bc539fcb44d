import { queryOptions } from "@tanstack/react-query";
import { checkFormula, readFieldUses } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

/** Whether a formula could be saved, what it answers, and a few of its values. Refused as it would be when saved. */
export function formulaQuery(store: string, entity: string, field: string | null, formula: string) {
  return queryOptions({
    queryKey: ["store", store, "design", "formula", entity, field, formula],
    queryFn: ({ signal }) =>
      checkFormula({ path: { entity }, body: { formula, field: field ?? "" }, signal, headers: inStore(store) }),
    enabled: formula !== "",
    retry: false,
    staleTime: 60_000,
  });
}

/** Who uses a field: formulas, views, rights. */
export function usesQuery(store: string, entity: string, field: string) {
  return queryOptions({
    queryKey: ["store", store, "design", "uses", entity, field],
    queryFn: ({ signal }) => readFieldUses({ path: { entity, field }, signal, headers: inStore(store) }),
    staleTime: 0,
  });
}
