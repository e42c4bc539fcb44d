import { queryOptions } from "@tanstack/react-query";
import { readLeadPool } from "@/api/sdk.gen";
import { listQuery } from "@/features/records/api/list";
import type { Entity } from "@/features/records/api/entities";
import { inStore } from "@/http/inStore";

/** How often what others pick goes from the page while it is looked at. */
const refreshEvery = 20_000;
const shown = ["contact_name", "phone", "brand", "series", "channel", "grade", "status", "region", "budget", "need", "pooled_at", "release_reason", "owner"];

/** The pool's rules, and how much of it is left to oneself today. */
export const poolQuery = (store: string) =>
  queryOptions({ queryKey: ["store", store, "lead-pool"], queryFn: ({ signal }) => readLeadPool({ signal, headers: inStore(store) }) });

/** The leads in the pool, those that came last first. */
export function pooledQuery(store: string, entity: Entity) {
  const fields = shown.filter((name) => entity.fields.some((field) => field.name === name));
  const filter = { combinator: "and" as const, rules: [{ field: "pooled_at", operator: "notNull", value: null }] };
  return { ...listQuery(store, entity.name, fields, { filter, sort: "-pooled_at" }), refetchInterval: refreshEvery };
}
