import { useNavigate, useSearch } from "@tanstack/react-router";
import { today } from "@/format/date";
import type { Extent } from "./period";
import { filterNames } from "./search";
import type { CompareSearch } from "./search";
import { viewOf } from "./view";
import type { View } from "./view";

export type ChangeView = (part: CompareSearch) => void;

/** What the address says, and the function that changes it. Parts that are undefined go back to their default. */
export function useView(extent: Extent): { view: View; change: ChangeView } {
  const search = useSearch({ from: "/_shell/hq/$group/compare" });
  const navigate = useNavigate({ from: "/hq/$group/compare" });

  function change(part: CompareSearch): void {
    const next = { ...search, ...part };
    for (const name of [...filterNames, "pin"] as const) if (next[name]?.length === 0) delete next[name];
    // Only opening a panel is a step that "back" should undo.
    void navigate({ search: next, replace: part.at === undefined, resetScroll: false });
  }
  return { view: viewOf(search, extent, today()), change };
}
