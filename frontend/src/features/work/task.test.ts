import { expect, test } from "vitest";
import { grouped, timeOf } from "./task";
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
