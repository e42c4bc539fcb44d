import { queryOptions } from "@tanstack/react-query";
import { getStoreDesign, listStoreDesign, readGroupDesign } from "@/api/sdk.gen";

export const keyOf = (group: string) => ["hq", group, "design"] as const;

/** What headquarters gave to its stores, and where it is. */
export function overviewQuery(group: string) {
  return queryOptions({
    queryKey: [...keyOf(group), "overview"],
    queryFn: ({ signal }) => readGroupDesign({ path: { group }, signal }),
  });
}

/** The kinds of record of one store, after which new fields are modelled. */
export function storeKindsQuery(group: string, store: string) {
  return queryOptions({
    queryKey: [...keyOf(group), "kinds", store],
    queryFn: ({ signal }) => listStoreDesign({ path: { group, store }, signal }),
    enabled: store !== "",
  });
}

export function storeKindQuery(group: string, store: string, entity: string) {
  return queryOptions({
    queryKey: [...keyOf(group), "kind", store, entity],
    queryFn: ({ signal }) => getStoreDesign({ path: { group, store, entity }, signal }),
    enabled: store !== "" && entity !== "",
  });
}
