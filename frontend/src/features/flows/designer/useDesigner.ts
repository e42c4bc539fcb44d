import { createContext, useContext } from "react";
import type { Head, Problem } from "../api";
import type { Gap, Saying } from "../diagram/shown";
import type { Definition, Face, FlowNode } from "../drawn/nodes";
import type { Telling } from "../said/telling";

/** What all parts of the designer share. */
export type Designer = {
  store: string;
  /** The id of the flow that is drawn, and those that there are. */
  flow: string;
  flows: Head[];
  telling: Telling;
  saying: Saying;
  definition: Definition;
  problems: Problem[];
  /** Ids of nodes. */
  chosen: string[];
  choose: (ids: string[]) => void;
  /** Changes of one `merged` kind that follow each other are undone together. */
  change: (definition: Definition, merged?: string) => void;
  changeNode: (node: FlowNode, merged?: string) => void;
  /** A new step: in a gap, else behind what is chosen, else on its own. */
  insert: (kind: Face, gap?: Gap) => void;
  remove: (ids: string[]) => void;
  copy: (ids: string[]) => void;
};

export const DesignerContext = createContext<Designer | null>(null);

export function useDesigner(): Designer {
  const found = useContext(DesignerContext);
  if (!found) throw new Error("outside a designer");
  return found;
}
