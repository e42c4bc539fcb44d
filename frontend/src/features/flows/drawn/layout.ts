import { Graph, layout } from "@dagrejs/dagre";
import { ports } from "./nodes";
import type { Definition, FlowNode } from "./nodes";

const perPort = 92;

/** As wide as its ports need. */
export function widthOf(node: FlowNode): number {
  return Math.max(232, ports(node).length * perPort);
}

/** Several ports are named below what the node says. */
export function heightOf(node: FlowNode): number {
  return ports(node).length > 1 ? 112 : 84;
}

export type Spot = { port: string | null; x: number; y: number };

/** Where ways leave (by port) and come in (null), from the node's upper left corner. */
export function spotsOf(node: FlowNode): Spot[] {
  const [wide, high] = [widthOf(node), heightOf(node)];
  const open = ports(node);
  const out = open.map((port, at) => ({ port, x: ((at + 0.5) * wide) / open.length, y: high }));
  return node.kind === "start" ? out : [{ port: null, x: wide / 2, y: 0 }, ...out];
}

/** Where nodes stand when nobody has said so: from top to bottom, no two over each other. */
export function placesOf({ nodes, edges }: Definition): Map<string, { x: number; y: number }> {
  const graph = new Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 40, ranksep: 64, marginx: 24, marginy: 24 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, { width: widthOf(node), height: heightOf(node) });
  const known = new Set(nodes.map(({ id }) => id));
  for (const { source, target } of edges) if (known.has(source) && known.has(target)) graph.setEdge(source, target);
  layout(graph);
  return new Map(
    nodes.map((node) => {
      const { x = 0, y = 0 } = graph.node(node.id) as { x?: number; y?: number };
      return [node.id, { x: Math.round(x - widthOf(node) / 2), y: Math.round(y - heightOf(node) / 2) }];
    }),
  );
}

/** Whether two nodes stand over each other, or all at one place: drawn by nobody. */
export function overlap({ nodes }: Definition): boolean {
  return nodes.some((one, at) =>
    nodes.slice(at + 1).some((other) => {
      const across = one.x < other.x + widthOf(other) && other.x < one.x + widthOf(one);
      return across && one.y < other.y + heightOf(other) && other.y < one.y + heightOf(one);
    }),
  );
}
