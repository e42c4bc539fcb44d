import { queryOptions } from "@tanstack/react-query";
import { getPack, getPackRun, listPacks, planPack } from "@/api/sdk.gen";
import type { PackChangeOut, PackItemOut, PackOut, PackPlanOut, PackRunOut, PacksOut, PlannedItemOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";

export type Packs = PacksOut;
export type Pack = PackOut;
export type Item = PackItemOut;
export type Run = PackRunOut;
export type Plan = PackPlanOut;
export type Planned = PlannedItemOut;
export type Change = PackChangeOut;
/** One that ships, by its key, or a file that was brought. */
export type Which = { pack?: string | undefined; file?: string | undefined };
export type Side = "mine" | "theirs";
/** By item (part/key), by path. */
export type Choices = Record<string, Record<string, Side>>;

export const pathOf = ({ part, key }: { part: string; key: string }) => `${part}/${key}`;
export const packsKey = (store: string) => ["store", store, "packs"] as const;

const SOON = 1_000;
const running = (run: Run | null | undefined) => run?.status === "running";

export function packsQuery(store: string) {
  return queryOptions({
    queryKey: [...packsKey(store), "list"],
    queryFn: ({ signal }) => listPacks({ headers: inStore(store), signal }),
    refetchInterval: ({ state }) => (running(state.data?.run) ? SOON : false),
  });
}

export function packQuery(store: string, key: string, version: number) {
  return queryOptions({
    queryKey: [...packsKey(store), "pack", key, version],
    queryFn: ({ signal }) => getPack({ path: { pack_key: key }, headers: inStore(store), signal }),
  });
}

export function runQuery(store: string, run: Run) {
  return queryOptions({
    queryKey: [...packsKey(store), "run", run.id, run.status],
    queryFn: ({ signal }) => getPackRun({ path: { pack_run_id: run.id }, headers: inStore(store), signal }),
    enabled: run.status !== "running",
  });
}

/** Never out of the cache: what is decided upon was read now. */
export function planQuery(store: string, { pack, file }: Which) {
  return queryOptions({
    queryKey: ["pack plan", store, pack ?? "", file ?? ""],
    queryFn: ({ signal }) => planPack({ body: { pack: pack ?? "", file: file ?? null, choices: {} }, headers: inStore(store), signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}
