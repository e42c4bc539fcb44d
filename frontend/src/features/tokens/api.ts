import { queryOptions } from "@tanstack/react-query";
import { listOwnTokens, listStoreTokens } from "@/api/sdk.gen";

export const ownTokensQuery = queryOptions({
  queryKey: ["me", "tokens"],
  queryFn: ({ signal }) => listOwnTokens({ signal }),
});

export function storeTokensQuery(group: string, store: string) {
  return queryOptions({
    queryKey: ["group", group, "tokens", store],
    queryFn: ({ signal }) => listStoreTokens({ signal, path: { group, store } }),
  });
}
