import type { FlowDefinition } from "@/api/types.gen";
import { filterOf } from "@/features/records/filter";
import type { FilterGroup } from "@/features/records/filter";
import type { Definition } from "./nodes";

/** As the server keeps it; it leaves nothing out. */
export function ofServer(kept: FlowDefinition | Record<string, unknown>): Definition {
  const { nodes, edges } = kept as FlowDefinition;
  return { nodes: (nodes ?? []) as Definition["nodes"], edges: (edges ?? []) as Definition["edges"] };
}

export function toServer(definition: Definition): Record<string, unknown> {
  return { ...definition };
}

export const conditionOf = (kept: Record<string, unknown>): FilterGroup | null => filterOf(kept);
export const keptOf = (condition: FilterGroup | null): Record<string, unknown> => (condition ? { ...condition } : {});
