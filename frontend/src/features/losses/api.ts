import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import dayjs from "dayjs";
import { doWithRecords, readLeadLosses } from "@/api/sdk.gen";
import type { Entity } from "@/features/records/api/entities";
import { listQuery } from "@/features/records/api/list";
import type { FilterPart } from "@/features/records/filter";
import { today } from "@/format/date";
import { inStore } from "@/http/inStore";

export type Asked = { days: number; channel: string | null; owner: string | null };
/** Which of the lost leads are listed: all, or those of one line of one side. */
export type Chosen = { field: string; value: string | null } | null;

export function spanOf(days: number): { first: string; last: string } {
  const last = today();
  return { first: dayjs(last).subtract(days - 1, "day").format("YYYY-MM-DD"), last };
}

export function lossesQuery(store: string, { days, channel, owner }: Asked) {
  const span = spanOf(days);
  return queryOptions({
    queryKey: ["store", store, "lead-losses", span, channel, owner],
    queryFn: ({ signal }) =>
      readLeadLosses({ signal, headers: inStore(store), query: { ...span, channel: channel ? [channel] : [], owner: owner ? [owner] : [] } }),
    placeholderData: keepPreviousData,
  });
}

const shown = ["contact_name", "series", "channel", "lost_reason", "lost_to", "furthest", "lost_note", "closed_at", "owner"];

export function lostQuery(store: string, entity: Entity, { days, channel, owner }: Asked, chosen: Chosen) {
  const { first, last } = spanOf(days);
  const rules: FilterPart[] = [
    { field: "status", operator: "=", value: "lost" },
    { field: "closed_at", operator: "between", value: [first, last] },
  ];
  if (channel) rules.push({ field: "channel", operator: "=", value: channel });
  if (owner) rules.push({ field: "owner", operator: "=", value: owner });
  if (chosen) rules.push(chosen.value === null || chosen.value === "" ? { field: chosen.field, operator: "null", value: null } : { field: chosen.field, operator: "=", value: chosen.value });
  const fields = shown.filter((name) => entity.fields.some((field) => field.name === name));
  return listQuery(store, entity.name, fields, { filter: { combinator: "and", rules }, sort: "-closed_at" });
}

export async function openAgain(store: string, ids: string[], verb: "reopen" | "revive", values: Record<string, unknown>): Promise<number> {
  return (await doWithRecords({ headers: inStore(store), path: { entity: "lead", verb }, body: { ids, values } })).changed;
}
