import { queryOptions } from "@tanstack/react-query";
import { getDesign, listDesignChanges, listDesignedEntities } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

const keyOf = (store: string) => ["store", store, "design"] as const;

/** Every kind of record that the store keeps, retired ones too. */
export function kindsQuery(store: string) {
  return queryOptions({
    queryKey: [...keyOf(store), "kinds"],
    queryFn: ({ signal }) => listDesignedEntities({ signal, headers: inStore(store) }),
  });
}

/** One kind of record with all its fields in order, retired ones too. */
export function kindQuery(store: string, entity: string) {
  return queryOptions({
    queryKey: [...keyOf(store), "kind", entity],
    queryFn: ({ signal }) => getDesign({ path: { entity }, signal, headers: inStore(store) }),
  });
}

/** Who changed what, latest first; of one kind of record, or of all. */
export function changesQuery(store: string, entity: string | null) {
  return queryOptions({
    queryKey: [...keyOf(store), "changes", entity],
    queryFn: ({ signal }) => {
      const query = { limit: 100, ...(entity ? { entity } : {}) };
      return listDesignChanges({ query, signal, headers: inStore(store) });
    },
  });
}
