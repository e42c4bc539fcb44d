import { freeId, ports } from "./nodes";
import type { Definition, FlowNode, Way } from "./nodes";

/** A port of a node; where a way begins. */
export type PortAt = { source: string; port: string };

export const nodeOf = ({ nodes }: Definition, id: string) => nodes.find((node) => node.id === id);
export const waysOf = ({ edges }: Definition, source: string, port?: string) =>
  edges.filter((way) => way.source === source && (port === undefined || way.port === port));
const newWay = (from: PortAt, target: string): Way => ({ id: freeId("w"), ...from, target });

/** Only ways side by side of one port: of a fork. */
export const isFork = (node: FlowNode | undefined) => node?.kind === "parallel";

/** Whether a way may be drawn: to no start, to no node itself, and not twice. */
export function mayLead(definition: Definition, from: PortAt, target: string): boolean {
  const [source, end] = [nodeOf(definition, from.source), nodeOf(definition, target)];
  if (!source || !end || end.kind === "start" || source.id === end.id || !ports(source).includes(from.port)) return false;
  return !waysOf(definition, from.source, from.port).some((way) => way.target === target);
}

/** Draws a way; of a port that leads somewhere already, elsewhere. */
export function connect(definition: Definition, from: PortAt, target: string): Definition {
  if (!mayLead(definition, from, target)) return definition;
  const kept = isFork(nodeOf(definition, from.source))
    ? definition.edges
    : definition.edges.filter((way) => way.source !== from.source || way.port !== from.port);
  return { ...definition, edges: [...kept, newWay(from, target)] };
}

export function disconnect(definition: Definition, ids: string[]): Definition {
  return { ...definition, edges: definition.edges.filter(({ id }) => !ids.includes(id)) };
}

/** Puts a node on its own. */
export function put(definition: Definition, node: FlowNode): Definition {
  return { ...definition, nodes: [...definition.nodes, node] };
}

/** Puts a node behind a port: where the port led, the node's first port leads now. An end takes the way's place. */
export function putBehind(definition: Definition, node: FlowNode, from: PortAt, way?: string): Definition {
  const source = nodeOf(definition, from.source);
  if (!source) return put(definition, node);
  const there = waysOf(definition, from.source, from.port);
  const split = way === undefined ? (isFork(source) ? undefined : there[0]) : there.find(({ id }) => id === way);
  const [first] = ports(node);
  const on = split && first !== undefined ? [newWay({ source: node.id, port: first }, split.target)] : [];
  const kept = definition.edges.filter(({ id }) => id !== split?.id);
  return { nodes: [...definition.nodes, node], edges: [...kept, newWay(from, node.id), ...on] };
}

/** Takes nodes out. What led to one leads to where its first port led, if that stays. */
export function remove(definition: Definition, ids: string[]): Definition {
  let { edges } = definition;
  for (const id of ids) {
    const node = nodeOf(definition, id);
    const [first] = node ? ports(node) : [];
    const next = edges.find((way) => way.source === id && way.port === first)?.target;
    edges = edges
      .filter(({ source }) => source !== id)
      .flatMap((way) => (way.target !== id ? [way] : next === undefined || next === id || next === way.source ? [] : [{ ...way, target: next }]));
  }
  const nodes = definition.nodes.filter(({ id }) => !ids.includes(id));
  return { nodes, edges: once(edges) };
}

function once(edges: Way[]): Way[] {
  const known = new Set<string>();
  return edges.filter(({ source, port, target }) => {
    const key = `${source} ${port} ${target}`;
    return known.has(key) ? false : Boolean(known.add(key));
  });
}

/** A node as it is changed; ways out of ports that it has no more go. */
export function change(definition: Definition, node: FlowNode): Definition {
  const open = new Set(ports(node));
  return {
    nodes: definition.nodes.map((one) => (one.id === node.id ? node : one)),
    edges: definition.edges.filter(({ source, port }) => source !== node.id || open.has(port)),
  };
}

/** The same nodes again, with the ways between them; starts are not copied twice. Answers the new ids too. */
export function copy(definition: Definition, ids: string[], named: (name: string) => string): { definition: Definition; ids: string[] } {
  const renamed = new Map(ids.map((id) => [id, freeId("n")]));
  const nodes = definition.nodes.flatMap((node) => {
    const id = renamed.get(node.id);
    return id === undefined ? [] : [{ ...node, id, name: named(node.name).slice(0, 60), x: node.x + 40, y: node.y + 40 }];
  });
  const edges = definition.edges.flatMap(({ source, port, target }) => {
    const [from, to] = [renamed.get(source), renamed.get(target)];
    return from === undefined || to === undefined ? [] : [newWay({ source: from, port }, to)];
  });
  return { definition: { nodes: [...definition.nodes, ...nodes], edges: [...definition.edges, ...edges] }, ids: nodes.map(({ id }) => id) };
}

export function place(definition: Definition, places: ReadonlyMap<string, { x: number; y: number }>): Definition {
  return { ...definition, nodes: definition.nodes.map((node) => ({ ...node, ...places.get(node.id) })) };
}
