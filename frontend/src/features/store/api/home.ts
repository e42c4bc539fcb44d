import { queryOptions } from "@tanstack/react-query";
import { request } from "@/http/request";

export type StoreHome = {
  store: { slug: string; name: string; pack: "dealer" | "repair" };
  roles: string[];
  counts: Record<string, number>;
  permissions: string[];
};

/** What the person may do in a store and how much is in it. */
export function storeHomeQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "home"],
    queryFn: ({ signal }) => request<StoreHome>("/api/store/home", { store, signal }),
    staleTime: 30_000,
  });
}
