import { waysOf } from "./edits";
import { ports } from "./nodes";
import type { Definition, FlowNode } from "./nodes";

/** The nodes as they are come to from the starts, first ports first; behind them those that nothing leads to. */
export function inOrder(definition: Definition): FlowNode[] {
  const { nodes } = definition;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Set<FlowNode>();
  // Ends come last of what is side by side: a list reads on with what is still to be done.
  function go(node: FlowNode | undefined): void {
    if (!node || found.has(node)) return;
    found.add(node);
    const next = ports(node).flatMap((port) => waysOf(definition, node.id, port).map(({ target }) => byId.get(target)));
    for (const one of next) if (one?.kind !== "end") go(one);
    for (const one of next) go(one);
  }
  for (const node of nodes) if (node.kind === "start") go(node);
  const lost = nodes.filter((node) => !found.has(node));
  return [...found].toSorted((one, other) => Number(one.kind === "end") - Number(other.kind === "end")).concat(lost);
}
