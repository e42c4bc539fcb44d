import { createContext, useContext } from "react";
import type { Entity, Field } from "@/features/records/api/entities";
import type { Problem } from "../api/designs";
import type { Layout, Part } from "./layout";

/** What all parts of the designer share. `selected`: the id of a part, a section or a tab; null is the form itself. */
export type Designer = {
  store: string;
  entity: Entity;
  layout: Layout;
  selected: string | null;
  problems: Problem[];
  select: (id: string | null) => void;
  /** Changes of one `kind` that follow each other are undone together. */
  change: (layout: Layout, kind?: string) => void;
  /** Behind what is selected. */
  add: (part: Part) => void;
};

export const DesignerContext = createContext<Designer | null>(null);

export function useDesigner(): Designer {
  const found = useContext(DesignerContext);
  if (!found) throw new Error("outside a designer");
  return found;
}

export function fieldOf(entity: Entity, name: string): Field | undefined {
  return entity.fields.find((field) => field.name === name);
}
