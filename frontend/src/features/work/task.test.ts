import { expect, test } from "vitest";
import type { Entity } from "@/features/records/api/entities";
import type { Row } from "@/features/records/api/list";
import { grouped, taskOf, timeOf } from "./task";
import type { Task } from "./task";

const now = new Date("2026-11-23T02:00:00Z");
const task = (id: string, due: string | null, priority = "normal"): Task => ({
  id, due, priority, version: 1, what: id, status: "open", owner: null, maker: null, doneAt: null, result: "", about: null,
});

test("a task is overdue from its moment on, and of today by the stores' clock", () => {
  expect(timeOf("2026-11-23T01:59:00Z", now)).toBe("overdue");
  expect(timeOf("2026-11-23T15:59:00Z", now)).toBe("today");
  expect(timeOf("2026-11-23T16:00:00Z", now)).toBe("later");
  expect(timeOf(null, now)).toBe("whenever");
});

test("what is late comes first, what is urgent before the rest, and no empty group", () => {
  const found = grouped(
    [task("whenever", null), task("noon", "2026-11-23T04:00:00Z"), task("urgent", "2026-11-23T09:00:00Z", "high"), task("late", "2026-11-20T04:00:00Z")],
    now,
  );
  expect(found.map(({ time, tasks }) => [time, tasks.map(({ id }) => id)])).toEqual([
    ["overdue", ["late"]],
    ["today", ["urgent", "noon"]],
    ["whenever", ["whenever"]],
  ]);
});

test("a task is about the first record that it leads to, past links that lead nowhere", () => {
  const fields = ["customer", "lead", "vehicle"].map((name) => ({ name, type: "link", target: name }));
  const entity = { fields } as unknown as Entity;
  const row = { id: "t", version: 1, what: "call", customer: { id: null, title: null }, lead: { id: "l", title: "王春婷" }, vehicle: null } as unknown as Row;
  expect(taskOf(row, entity).about).toEqual({ entity: "lead", id: "l", title: "王春婷" });
  expect(taskOf({ ...row, lead: { id: null, title: null } } as Row, entity).about).toBeNull();
});
