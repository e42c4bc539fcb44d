import { queryOptions } from "@tanstack/react-query";
import { request } from "@/http/request";
import type { Label } from "./entities";

export type Period = { name: string; label: Label };

/** The named periods that a date can be `during`: this month, the last 30 days, … */
export function periodsQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "periods"],
    queryFn: ({ signal }) => request<Period[]>("/api/store/periods", { store, signal }),
    staleTime: Infinity,
  });
}
