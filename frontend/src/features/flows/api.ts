import { queryOptions } from "@tanstack/react-query";
import { getFlow, listFlows, listFlowTemplates, listFlowVersions, listFormRoles } from "@/api/sdk.gen";
import type { FlowListedOut, FlowOut, FlowProblemOut, FlowVersionOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";

export type Head = FlowListedOut;
export type Flow = FlowOut;
export type Problem = FlowProblemOut;
export type Version = FlowVersionOut;

export const flowsKey = (store: string) => ["store", store, "flows"] as const;

export function flowsQuery(store: string) {
  return queryOptions({
    queryKey: [...flowsKey(store), "list"],
    queryFn: ({ signal }) => listFlows({ headers: inStore(store), signal }),
  });
}

export function templatesQuery(store: string) {
  return queryOptions({
    queryKey: [...flowsKey(store), "templates"],
    queryFn: ({ signal }) => listFlowTemplates({ headers: inStore(store), signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Never out of the cache: what is drafted upon was read now. */
export function flowQuery(store: string, id: string) {
  return queryOptions({
    queryKey: ["flow draft", store, id],
    queryFn: ({ signal }) => getFlow({ path: { flow_id: id }, headers: inStore(store), signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

export function versionsQuery(store: string, id: string) {
  return queryOptions({
    queryKey: [...flowsKey(store), "versions", id],
    queryFn: ({ signal }) => listFlowVersions({ path: { flow_id: id }, headers: inStore(store), signal }),
  });
}

/** The roles that people hold in the store. */
export function rolesQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "forms", "roles"],
    queryFn: ({ signal }) => listFormRoles({ headers: inStore(store), signal }),
    staleTime: 5 * 60_000,
  });
}
