import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getFunnel, getLeaderboard, getMorning, getSalesForecast } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";
import type { By, Days } from "./search";

const fresh = 60_000;

/** Yesterday's figures, the worst first. */
export function morningQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "figures", "morning"],
    queryFn: ({ signal }) => getMorning({ signal, headers: inStore(store) }),
    staleTime: fresh,
  });
}

export function funnelQuery(store: string, days: Days, by: By) {
  return queryOptions({
    queryKey: ["store", store, "figures", "funnel", days, by],
    queryFn: ({ signal }) => getFunnel({ signal, headers: inStore(store), query: { days, by } }),
    placeholderData: keepPreviousData,
    staleTime: fresh,
  });
}

export function leaderboardQuery(store: string, days: Days) {
  return queryOptions({
    queryKey: ["store", store, "figures", "leaderboard", days],
    queryFn: ({ signal }) => getLeaderboard({ signal, headers: inStore(store), query: { days } }),
    placeholderData: keepPreviousData,
    staleTime: fresh,
  });
}

export function forecastQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "figures", "forecast"],
    queryFn: ({ signal }) => getSalesForecast({ signal, headers: inStore(store) }),
    staleTime: fresh,
  });
}
