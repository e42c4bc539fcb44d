import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getRule, listRuleRuns, listRules, listRuleVersions } from "@/api/sdk.gen";
import type { RuleHeadOut, BusinessRuleOut, RuleRunOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";

export type Head = RuleHeadOut;
export type Rule = BusinessRuleOut;
export type Run = RuleRunOut;
export type Problem = Rule["problems"][number];

export const rulesKey = (store: string) => ["store", store, "rules"] as const;

export function rulesQuery(store: string) {
  return queryOptions({
    queryKey: [...rulesKey(store), "list"],
    queryFn: ({ signal }) => listRules({ headers: inStore(store), signal }),
  });
}

/** Never out of the cache: what is drafted upon was read now. */
export function ruleQuery(store: string, id: string) {
  return queryOptions({
    queryKey: ["rule draft", store, id],
    queryFn: ({ signal }) => getRule({ path: { rule_id: id }, headers: inStore(store), signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

export function versionsQuery(store: string, id: string) {
  return queryOptions({
    queryKey: [...rulesKey(store), "versions", id],
    queryFn: ({ signal }) => listRuleVersions({ path: { rule_id: id }, headers: inStore(store), signal }),
  });
}

export function logQuery(store: string, id: string, outcome: string) {
  return infiniteQueryOptions({
    queryKey: [...rulesKey(store), "log", id, outcome],
    queryFn: ({ signal, pageParam }) =>
      listRuleRuns({ path: { rule_id: id }, query: { outcome, ...(pageParam ? { before: pageParam } : {}) }, headers: inStore(store), signal }),
    initialPageParam: "",
    getNextPageParam: (last) => (last.more ? last.runs.at(-1)?.id : undefined),
  });
}
