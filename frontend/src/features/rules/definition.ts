import type { RuleDefinition } from "@/api/types.gen";
import { filterOf } from "@/features/records/filter";
import type { FilterGroup } from "@/features/records/filter";

/** A value as records are sent, or a formula; not both. */
export type Given = { field: string; value: unknown; formula: string };
export type Due = { kind: "due"; field: string; days: number; side: "before" | "after"; at: string; yearly: boolean };
export type Time = { kind: "time"; every: "day" | "week" | "month"; on: number[]; at: string };
export const festivals = [
  "new_year", "spring_festival", "lantern", "qingming", "labour_day", "dragon_boat", "qixi", "mid_autumn", "double_ninth", "national_day",
  "spring_begins", "summer_begins", "autumn_begins", "winter_begins",
] as const;
export type Festival = { kind: "festival"; festivals: (typeof festivals)[number][]; days: number; side: "before" | "after"; at: string };
export type Trigger =
  | { kind: "created" }
  | { kind: "changed"; fields: string[]; before: unknown; after: unknown }
  | { kind: "deleted" }
  | { kind: "restored" }
  | Due
  | Time
  | Festival;
export type Create = { kind: "create"; entity: string; link: string; fields: Given[] };
/** For whoever owns the record, else for `to`; due in so much working time, in no time when `within` is 0; `into`: its field that says so too. */
export type GiveTask = {
  kind: "task";
  what: string;
  to: string | null;
  to_owner: boolean;
  within: number;
  unit: "minutes" | "hours" | "workdays" | "days";
  priority: "high" | "normal" | "low";
  into: string;
};
/** What people look after, by which records are shared out. */
export type Aspect = "region" | "model" | "source";
export type Action =
  | { kind: "set"; fields: Given[] }
  | Create
  | { kind: "do"; verb: string; fields: Given[] }
  | { kind: "share"; role: string; by: Aspect[]; how: "least" | "turn"; anew: boolean }
  | { kind: "assign"; to: string | null }
  | { kind: "tag"; put: string[]; take: string[] }
  | { kind: "comment"; text: string }
  | { kind: "message"; template: string | null; to: "address" | "owner" | "role" | "group"; path: string; role: string; otherwise: string[] }
  | { kind: "webhook"; webhook: string | null; event: string; fields: string[] }
  | { kind: "end_tasks"; what: string; how: "done" | "cancelled"; result: string }
  | GiveTask;
/** The one of a union that is of this kind. */
export type Of<Union extends { kind: string }, Kind extends Union["kind"]> = Extract<Union, { kind: Kind }>;
/** What a rule says, with nothing left out. */
export type Definition = { trigger: Trigger; condition: FilterGroup | null; actions: Action[]; stop: boolean; again_after: number };

const blankTriggers = {
  created: { kind: "created" },
  changed: { kind: "changed", fields: [], before: null, after: null },
  deleted: { kind: "deleted" },
  restored: { kind: "restored" },
  due: { kind: "due", field: "", days: 7, side: "before", at: "09:00", yearly: false },
  time: { kind: "time", every: "day", on: [], at: "09:00" },
  festival: { kind: "festival", festivals: [], days: 0, side: "before", at: "09:00" },
} satisfies { [Kind in Trigger["kind"]]: Of<Trigger, Kind> };
const blankActions = {
  set: { kind: "set", fields: [] },
  create: { kind: "create", entity: "", link: "", fields: [] },
  do: { kind: "do", verb: "", fields: [] },
  assign: { kind: "assign", to: null },
  share: { kind: "share", role: "", by: [], how: "least", anew: false },
  tag: { kind: "tag", put: [], take: [] },
  task: { kind: "task", what: "", to: null, to_owner: true, within: 2, unit: "workdays", priority: "normal", into: "" },
  end_tasks: { kind: "end_tasks", what: "", how: "done", result: "" },
  comment: { kind: "comment", text: "" },
  message: { kind: "message", template: null, to: "address", path: "", role: "", otherwise: [] },
  webhook: { kind: "webhook", webhook: null, event: "", fields: [] },
} satisfies { [Kind in Action["kind"]]: Of<Action, Kind> };

export const triggers = Object.keys(blankTriggers) as Trigger["kind"][];
export const actionKinds = Object.keys(blankActions) as Action["kind"][];
export const newTrigger = (kind: Trigger["kind"]): Trigger => blankTriggers[kind];
export const newAction = (kind: Action["kind"]): Action => blankActions[kind];

/** As the server keeps it; it leaves nothing out. */
export function ofServer(kept: RuleDefinition): Definition {
  return {
    trigger: (kept.trigger ?? blankTriggers.created) as Trigger,
    condition: filterOf(kept.condition),
    actions: (kept.actions ?? []) as Action[],
    stop: kept.stop ?? false,
    again_after: kept.again_after ?? 0,
  };
}

export function toServer(definition: Definition): Record<string, unknown> {
  return { ...definition, condition: definition.condition ?? {} };
}

/** The list with one in another place; `null` takes it out. */
export function withAt<One>(list: One[], at: number, one: One | null): One[] {
  return one === null ? list.filter((_, index) => index !== at) : list.map((old, index) => (index === at ? one : old));
}
