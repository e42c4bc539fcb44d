import { queryOptions } from "@tanstack/react-query";
import { listViews } from "@/api/sdk.gen";
import type { SavedViewOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";
import { filterOf } from "../filter";
import { plainLayout } from "../layouts/layout";
import type { ListSearch } from "../listSearch";

export type View = Required<SavedViewOut>;

const unsaid = { columns: [], filter: "", sort: "", q: "", tags: "", shared: false, position: 0, kind: "list" as const, layout: {} };

export function viewsQuery(store: string, entity: string) {
  return queryOptions({
    queryKey: ["store", store, "views", entity],
    queryFn: async ({ signal }): Promise<View[]> => {
      const views = await listViews({ signal, headers: inStore(store), query: { entity } });
      return views.map((view) => ({ ...unsaid, ...view }));
    },
    staleTime: 60_000,
  });
}

/** What the address says when the view is opened. */
export function searchOf(view: View): ListSearch {
  let filter: unknown = null;
  try {
    filter = JSON.parse(view.filter || "null");
  } catch {
    filter = null;
  }
  const group = filterOf(filter);
  const lay = plainLayout(view.layout);
  return {
    view: view.id,
    ...(view.q ? { q: view.q } : {}),
    ...(view.sort ? { sort: view.sort } : {}),
    ...(group ? { filter: group } : {}),
    ...(view.tags ? { tags: view.tags } : {}),
    ...(view.kind === "list" ? {} : { as: view.kind }),
    ...(lay ? { lay } : {}),
  };
}

const order = ({ q, sort, filter, tags, as, lay }: ListSearch) =>
  JSON.stringify([q ?? "", sort ?? "", filter ?? null, tags ?? "", as ?? "list", plainLayout(lay) ?? null]);

/** Whether the list shows something else than the view keeps. */
export function isChanged(view: View, search: ListSearch, columns: string[]): boolean {
  if (order(searchOf(view)) !== order(search)) return true;
  // What stands in front stands there in every view.
  const [front, ...rest] = columns;
  return view.columns.length > 0 && view.columns.filter((name) => name !== front).join() !== rest.join();
}

/** As the server has it: a shared one by whoever may share. */
export function mayManage(view: View, mayShare: boolean): boolean {
  return view.shared ? mayShare : view.own;
}
