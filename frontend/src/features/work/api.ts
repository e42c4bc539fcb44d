import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { countWaiting, listNotices, listRecords } from "@/api/sdk.gen";
import type { PersonalNoticeOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";
import type { Entity } from "@/features/records/api/entities";
import type { FilterGroup, FilterRule } from "@/features/records/filter";

export type Notice = PersonalNoticeOut;
export type Waiting = Record<string, number>;
export const taskTabs = ["tasks", "started", "done"] as const;
export type TaskTab = (typeof taskTabs)[number];

/** What stands at the work centre's entry: what is overdue is among the tasks. */
export const atWork = ({ tasks = 0, flows = 0 }: Waiting): number => tasks + flows;

const halfMinute = 30_000;

/** How much waits for the person. Unchanged, the server says so in a few bytes; a tab that is not looked at does not ask. */
export function waitingQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "waiting"],
    queryFn: ({ signal }): Promise<Waiting> => countWaiting({ signal, headers: inStore(store) }) as Promise<Waiting>,
    refetchInterval: halfMinute,
    refetchOnWindowFocus: true,
    staleTime: 5_000,
  });
}

export function noticesQuery(store: string) {
  return infiniteQueryOptions({
    queryKey: ["store", store, "notices"],
    queryFn: ({ pageParam, signal }) => listNotices({ signal, headers: inStore(store), query: pageParam ? { before: pageParam } : {} }),
    initialPageParam: "",
    getNextPageParam: (page) => (page.length < 50 ? null : page.at(-1)?.at),
  });
}

const shown = ["what", "due_at", "priority", "status", "owner", "made_by", "done_at", "result"];

const is = (field: string, value: string): FilterRule => ({ field, operator: "=", value });
const isNot = (field: string, value: string): FilterRule => ({ field, operator: "!=", value });

function filterOf(tab: TaskTab, me: string): FilterGroup {
  const rules = {
    tasks: [is("owner", me), is("status", "open")],
    started: [is("made_by", me), isNot("owner", me)],
    done: [is("owner", me), isNot("status", "open")],
  };
  return { combinator: "and", rules: rules[tab] };
}

const orders: Record<TaskTab, string> = { tasks: "due_at", started: "-created_at", done: "-done_at" };

/** One's tasks. Read as any list of records is: fields that one does not see are not there. */
export function tasksQuery(store: string, entity: Entity, tab: TaskTab, me: string) {
  const there = new Set(entity.fields.map(({ name }) => name));
  const links = entity.fields.filter(({ type }) => type === "link").map(({ name }) => name);
  const fields = [...shown.filter((name) => there.has(name)), ...links];
  return infiniteQueryOptions({
    queryKey: ["store", store, "records", "task", "work", tab, fields],
    queryFn: ({ pageParam, signal }) =>
      listRecords({
        signal,
        headers: inStore(store),
        path: { entity: "task" },
        query: {
          q: "",
          sort: orders[tab],
          filter: JSON.stringify(filterOf(tab, me)),
          fields: fields.join(","),
          tags: "",
          cursor: pageParam,
          limit: 100,
          count: false,
        },
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}
