import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getFlowInstance, getFlowItem, listFlowItems, listFlowsOfRecord, listStartableFlows, listStartedFlows } from "@/api/sdk.gen";
import type { FlowAskedOut, FlowInstanceOut, FlowItemOut, FlowStandingOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";

export type Item = FlowItemOut;
export type Asked = FlowAskedOut;
export type Instance = FlowInstanceOut;
export type Standing = FlowStandingOut;

/** What flows ask of the person, or what they answered. */
export function itemsQuery(store: string, box: "open" | "done") {
  return infiniteQueryOptions({
    queryKey: ["store", store, "flows", "items", box],
    queryFn: ({ pageParam, signal }) => listFlowItems({ signal, headers: inStore(store), query: pageParam ? { box, before: pageParam } : { box } }),
    initialPageParam: "",
    getNextPageParam: (page) => (page.more ? page.items.at(-1)?.id : null),
    refetchInterval: box === "open" ? 30_000 : false,
  });
}

export function itemQuery(store: string, id: string) {
  return queryOptions({
    queryKey: ["store", store, "flows", "item", id],
    queryFn: ({ signal }) => getFlowItem({ signal, headers: inStore(store), path: { item_id: id } }),
  });
}

export function startedQuery(store: string) {
  return infiniteQueryOptions({
    queryKey: ["store", store, "flows", "started"],
    queryFn: ({ pageParam, signal }) => listStartedFlows({ signal, headers: inStore(store), query: pageParam ? { before: pageParam } : {} }),
    initialPageParam: "",
    getNextPageParam: (page) => (page.more ? page.instances.at(-1)?.id : null),
  });
}

export function instanceQuery(store: string, id: string) {
  return queryOptions({
    queryKey: ["store", store, "flows", "instance", id],
    queryFn: ({ signal }) => getFlowInstance({ signal, headers: inStore(store), path: { instance_id: id } }),
  });
}

/** The flows on a record, the latest first. */
export function ofRecordQuery(store: string, entity: string, id: string) {
  return queryOptions({
    queryKey: ["store", store, "flows", "of-record", entity, id],
    queryFn: ({ signal }) => listFlowsOfRecord({ signal, headers: inStore(store), query: { entity, record_id: id } }),
  });
}

/** The flows that the person may begin on a record. */
export function startableQuery(store: string, entity: string, id: string) {
  return queryOptions({
    queryKey: ["store", store, "flows", "startable", entity, id],
    queryFn: ({ signal }) => listStartableFlows({ signal, headers: inStore(store), query: { entity, record_id: id } }),
  });
}
