import type { Entity } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import { dayAt } from "@/format/date";

export type Task = {
  id: string;
  version: number;
  what: string;
  due: string | null;
  priority: string;
  status: string;
  owner: string | null;
  maker: string | null;
  doneAt: string | null;
  result: string;
  about: { entity: string; id: string; title: string | null } | null;
};

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

function titleOf(value: unknown): string | null {
  return typeof value === "object" && value !== null && "title" in value ? textOf(value.title) : null;
}

function idIn(value: unknown): string | null {
  if (typeof value === "object" && value !== null && "id" in value) return textOf(value.id);
  return textOf(value);
}

/** About the first record that it leads to: an order before the customer who made it would be told twice. */
function aboutOf(row: Row, entity: Entity): Task["about"] {
  for (const { name, type, target } of entity.fields) {
    const value = row[name];
    // A link that leads nowhere is told by an id of null.
    const id = type === "link" ? idIn(value) : null;
    if (target && id) return { entity: target, id, title: titleOf(value) };
  }
  return null;
}

export function taskOf(row: Row, entity: Entity): Task {
  return {
    id: idOf(row),
    version: typeof row.version === "number" ? row.version : 0,
    what: textOf(row.what) ?? "",
    due: textOf(row.due_at),
    priority: textOf(row.priority) ?? "normal",
    status: textOf(row.status) ?? "open",
    owner: idIn(row.owner),
    maker: idIn(row.made_by),
    doneAt: textOf(row.done_at),
    result: textOf(row.result) ?? "",
    about: aboutOf(row, entity),
  };
}

export const times = ["overdue", "today", "later", "whenever"] as const;
export type Time = (typeof times)[number];

export function timeOf(due: string | null, now: Date): Time {
  if (due === null) return "whenever";
  if (new Date(due) < now) return "overdue";
  return dayAt(new Date(due)) === dayAt(now) ? "today" : "later";
}

const urgency: Record<string, number> = { high: 0, normal: 1, low: 2 };

/** What is late first, the longest first; within a time the urgent before the rest. */
export function grouped(tasks: Task[], now: Date): { time: Time; tasks: Task[] }[] {
  const groups = times.map((time) => ({ time, tasks: tasks.filter(({ due }) => timeOf(due, now) === time) }));
  for (const { tasks: some } of groups) {
    some.sort((one, other) => (urgency[one.priority] ?? 1) - (urgency[other.priority] ?? 1) || (one.due ?? "").localeCompare(other.due ?? ""));
  }
  return groups.filter(({ tasks: some }) => some.length > 0);
}
