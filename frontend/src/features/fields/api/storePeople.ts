import { queryOptions } from "@tanstack/react-query";
import { listStorePeople } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

/** All who work in the store or at the head of its group: id and name. */
export function storePeopleQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "people"],
    queryFn: ({ signal }) => listStorePeople({ signal, headers: inStore(store) }),
    staleTime: 5 * 60_000,
  });
}
