import { queryOptions } from "@tanstack/react-query";
import { getStoreHome } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";
import { looksOnly, toRead } from "@/http/lookOnly";

/** What the person may do in a store and how much is in it. */
export function storeHomeQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "home"],
    queryFn: async ({ signal }) => {
      const home = await getStoreHome({ signal, headers: inStore(store) });
      return looksOnly(store) ? { ...home, permissions: toRead(home.permissions) } : home;
    },
    staleTime: 30_000,
  });
}
