import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getFunnel, getLeaderboard, getMorning, getSalesByModel, getSalesForecast } from "@/api/sdk.gen";
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

/** `me`: whose leads "mine" are. */
export function funnelQuery(store: string, days: Days, by: By, me: string) {
  const query = by === "mine" ? { days, owner: me } : { days, by };
  return queryOptions({
    queryKey: ["store", store, "figures", "funnel", query],
    queryFn: ({ signal }) => getFunnel({ signal, headers: inStore(store), query }),
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

/** What was sold of each series, and the leads that asked for it. */
export function modelsQuery(store: string, days: Days) {
  return queryOptions({
    queryKey: ["store", store, "figures", "models", days],
    queryFn: ({ signal }) => getSalesByModel({ signal, headers: inStore(store), query: { days } }),
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
