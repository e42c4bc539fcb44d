import { queryOptions } from "@tanstack/react-query";
import { listPeriods } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

/** The named periods that a date can be `during`: this month, the last 30 days, … */
export function periodsQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "periods"],
    queryFn: ({ signal }) => listPeriods({ signal, headers: inStore(store) }),
    staleTime: Infinity,
  });
}
