import type { RuleDefinition } from "@/api/types.gen";
import { filterOf } from "@/features/records/filter";
import type { FilterGroup } from "@/features/records/filter";

/** A value as records are sent, or a formula; not both. */
export type Given = { field: string; value: unknown; formula: string };
export type Trigger = { kind: "created" } | { kind: "changed"; fields: string[]; before: unknown; after: unknown };
export type Action = { kind: "set"; fields: Given[] };
/** What a rule says, with nothing left out. */
export type Definition = { trigger: Trigger; condition: FilterGroup | null; actions: Action[]; stop: boolean };

export const triggers = ["created", "changed"] as const satisfies readonly Trigger["kind"][];
export const actionKinds = ["set"] as const satisfies readonly Action["kind"][];

export function newTrigger(kind: Trigger["kind"]): Trigger {
  return {
    created: (): Trigger => ({ kind: "created" }),
    changed: (): Trigger => ({ kind: "changed", fields: [], before: null, after: null }),
  }[kind]();
}

export function newAction(kind: Action["kind"]): Action {
  return { set: (): Action => ({ kind: "set", fields: [] }) }[kind]();
}

/** As the server keeps it; it leaves nothing out. */
export function ofServer(kept: RuleDefinition): Definition {
  return {
    trigger: (kept.trigger ?? newTrigger("created")) as Trigger,
    condition: filterOf(kept.condition),
    actions: (kept.actions ?? []) as Action[],
    stop: kept.stop ?? false,
  };
}

export function toServer(definition: Definition): Record<string, unknown> {
  return { ...definition, condition: definition.condition ?? {} };
}

/** The list with one in another place; `null` takes it out. */
export function withAt<One>(list: One[], at: number, one: One | null): One[] {
  return one === null ? list.filter((_, index) => index !== at) : list.map((old, index) => (index === at ? one : old));
}
