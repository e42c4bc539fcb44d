import type { NodeState } from "../diagram/shown";
import { newBranch, newNode } from "../drawn/nodes";
import type { Definition, FlowNode, Kind } from "../drawn/nodes";
import type { Standing } from "./api";

/** A drawing of what is told of an instance: no more of its nodes than their names and ways. */
export function drawnOf({ nodes, edges }: Pick<Standing, "nodes" | "edges">): Definition {
  const made = nodes.map(({ id, kind, name, x, y }): FlowNode => {
    const node = { ...newNode(kind as Kind, name, ""), id, x, y };
    const ports = edges.filter(({ source }) => source === id).map(({ port }) => port);
    if (node.kind === "condition") return { ...node, branches: [...new Set(ports)].filter((port) => port !== "else").map((port) => ({ ...newBranch(""), id: port })) };
    if (node.kind === "wait" && ports.includes("timeout"))
      return { ...node, until: { kind: "record", fields: [], condition: {}, after: 1, unit: "days", working: false, not_before: "" } };
    return node;
  });
  return { nodes: made, edges };
}

/** Where it is, what it has been through, and where it stands still. */
export function statesOf({ tokens, entries }: Pick<Standing, "tokens" | "entries">): Record<string, NodeState> {
  const states: Record<string, NodeState> = {};
  for (const { node } of entries) if (node) states[node] = "done";
  for (const { node, state } of tokens) states[node] = state === "stuck" || states[node] === "stuck" ? "stuck" : "now";
  return states;
}

/** Who was asked at each node, and who still is. */
export function askedAt({ items }: Pick<Standing, "items">): ReadonlyMap<string, { person: string; open: boolean; decision: string }[]> {
  const found = new Map<string, { person: string; open: boolean; decision: string }[]>();
  for (const { node, person, state, decision } of items)
    if (state !== "void") found.set(node, [...(found.get(node) ?? []), { person, open: state !== "done", decision }]);
  return found;
}
