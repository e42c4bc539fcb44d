import { queryOptions } from "@tanstack/react-query";
import { countFlowItemsOfPeople, countTasksOfPeople, listFlowDeputies } from "@/api/sdk.gen";
import type { FlowDeputyOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";

export type Deputy = FlowDeputyOut;
/** What somebody has open. `name`: null for who works here no more. */
export type Load = { person: string; name: string | null; items: number; tasks: number };

const awayKey = (store: string) => ["store", store, "away"] as const;

export function deputiesQuery(store: string) {
  return queryOptions({
    queryKey: [...awayKey(store), "deputies"],
    queryFn: ({ signal }) => listFlowDeputies({ headers: inStore(store), signal }),
  });
}

/** Of everybody, the most first. `tasks`: whether the asker may give those of others to others. */
export function loadsQuery(store: string, tasks: boolean) {
  return queryOptions({
    queryKey: [...awayKey(store), "loads", tasks],
    queryFn: async ({ signal }): Promise<Load[]> => {
      const asked = { headers: inStore(store), signal };
      const [items, open] = await Promise.all([countFlowItemsOfPeople(asked), tasks ? countTasksOfPeople(asked) : []]);
      const found = new Map<string, Load>();
      for (const { person, name, count } of items) found.set(person, { person, name: name || null, items: count, tasks: 0 });
      for (const { person, name, count } of open) found.set(person, { person, name: name || null, items: found.get(person)?.items ?? 0, tasks: count });
      return [...found.values()].toSorted((one, other) => other.items + other.tasks - one.items - one.tasks);
    },
  });
}
