import { queryOptions } from "@tanstack/react-query";
import { getStoreHome } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

/** What the person may do in a store and how much is in it. */
export function storeHomeQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "home"],
    queryFn: ({ signal }) => getStoreHome({ signal, headers: inStore(store) }),
    staleTime: 30_000,
  });
}
