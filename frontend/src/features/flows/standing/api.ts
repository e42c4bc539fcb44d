import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getFlowInstance, listRunningFlows } from "@/api/sdk.gen";
import type { FlowEntryOut, FlowRunningOut, FlowStandingOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";
import { flowsKey } from "../api";

export type Standing = FlowStandingOut;
export type Entry = FlowEntryOut;
export type Running = FlowRunningOut;
export type Which = "running" | "stuck" | "over";

export function standingQuery(store: string, id: string) {
  return queryOptions({
    queryKey: [...flowsKey(store), "standing", id],
    queryFn: ({ signal }) => getFlowInstance({ path: { instance_id: id }, headers: inStore(store), signal }),
    refetchInterval: 30_000,
  });
}

/** `flow`: of this one only, or of all. */
export function runningQuery(store: string, which: Which, flow?: string) {
  return infiniteQueryOptions({
    queryKey: [...flowsKey(store), "running", which, flow ?? ""],
    queryFn: ({ signal, pageParam }) =>
      listRunningFlows({
        query: { which, ...(flow ? { flow_id: flow } : {}), ...(pageParam ? { before: pageParam } : {}) },
        headers: inStore(store),
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (last) => (last.more ? last.instances.at(-1)?.id : undefined),
  });
}
