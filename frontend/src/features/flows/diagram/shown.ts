import { createContext, useContext } from "react";
import type { Face, FlowNode } from "../drawn/nodes";
import { stepText } from "../said/steps";
import { nameOf, portName } from "../said/telling";
import type { Telling } from "../said/telling";

/** Where an instance is: been there, is there, waits there in vain. */
export type NodeState = "done" | "now" | "stuck";

/** What a diagram says of a node. */
export type Saying = {
  kind: (kind: Face) => string;
  name: (node: FlowNode) => string;
  text: (node: FlowNode) => string;
  port: (node: FlowNode, port: string) => string;
};

const beginning = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

export function sayingOf(telling: Telling): Saying {
  const { t } = telling;
  return {
    kind: (kind) => t(`kind.${kind}`),
    name: (node) => nameOf(node, t),
    text: (node) => beginning(stepText(node, telling)),
    port: (node, port) => portName(node, port, t),
  };
}

/** Where a step is to be put: behind a port, or between a way's ends. */
export type Gap = { source: string; port: string; way?: string };

export type Shown = {
  saying: Saying;
  states: Readonly<Record<string, NodeState>>;
  /** How many problems a node has. */
  problems: ReadonlyMap<string, number>;
  /** Ports that lead somewhere, as "node port". */
  led: ReadonlySet<string>;
  /** Null where nothing is drawn, only looked at. */
  onInsert: ((kind: Face, gap: Gap) => void) | null;
};

export const ShownContext = createContext<Shown | null>(null);

export function useShown(): Shown {
  const found = useContext(ShownContext);
  if (!found) throw new Error("outside a diagram");
  return found;
}
