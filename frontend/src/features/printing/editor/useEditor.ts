import { createContext, useContext } from "react";
import type { Layout, Printable, Problem } from "../api";
import type { Place } from "./places";

/** What all parts of the editor share. */
export type Editor = {
  layout: Layout;
  places: Place[];
  printable: Printable;
  problems: Problem[];
  /** Changes of one `kind` that follow each other are undone together. */
  change: (layout: Layout, kind?: string) => void;
};

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const found = useContext(EditorContext);
  if (!found) throw new Error("outside an editor");
  return found;
}
