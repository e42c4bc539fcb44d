import { queryOptions } from "@tanstack/react-query";
import { getDay } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

const minute = 60_000;

/** What is the person's to do today. Under the records' key, so that whatever is written brings it anew. */
export function dayQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "records", "lead", "my-day"],
    queryFn: ({ signal }) => getDay({ signal, headers: inStore(store) }),
    refetchInterval: minute,
    refetchOnWindowFocus: true,
  });
}
