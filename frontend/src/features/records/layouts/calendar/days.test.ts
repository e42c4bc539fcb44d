import { expect, test } from "vitest";
import "@/format/date";
import { aField } from "@/testing/aField";
import { offTheWall, onTheWall, within } from "./days";

const day = aField("date", { name: "on" });
const moment = aField("datetime", { name: "at" });

test("a moment stands where the stores' clocks have it, wherever the browser is", () => {
  expect(onTheWall("2026-01-31T16:30:00Z", moment)).toBe("2026-02-01T00:30:00");
  expect(onTheWall("2026-01-31", day)).toBe("2026-01-31");
  expect([onTheWall(null, day), onTheWall("****", day)]).toEqual([null, null]);
});

test("what is put elsewhere goes back as it came", () => {
  expect(offTheWall(new Date(2026, 1, 1, 0, 30), moment)).toBe("2026-02-01T00:30:00+08:00");
  expect(offTheWall(new Date(2026, 1, 1), day)).toBe("2026-02-01");
});

test("with an end, what began before and lasts is there too", () => {
  expect(within(day, undefined, "2026-02-01", "2026-02-28")).toEqual({ field: "on", operator: "between", value: ["2026-02-01", "2026-02-28"] });
  expect(JSON.stringify(within(day, aField("date", { name: "until" }), "2026-02-01", "2026-02-28"))).toContain('"until","operator":">="');
});
