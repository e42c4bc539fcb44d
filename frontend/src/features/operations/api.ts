import { queryOptions } from "@tanstack/react-query";
import { listOperations } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

/** One's own, the latest 50. */
export function operationsQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "operations"],
    queryFn: ({ signal }) => listOperations({ signal, headers: inStore(store) }),
  });
}
