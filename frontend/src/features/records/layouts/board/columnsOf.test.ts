import { expect, test } from "vitest";
import { aField } from "@/testing/aField";
import { columnsOf } from "./columnsOf";

const said = { language: "en", empty: "Without", hidden: "Hidden" };
const choice = (value: string, retired = false) => ({ value, label: { zh: value, en: value.toUpperCase() }, retired });
const group = (value: string | null, count: number, known = true) => ({ value, count, known, totals: [], rule: null });
const stage = (more = {}) => aField("choice", { name: "stage", choices: [choice("new"), choice("won"), choice("old", true)], ...more });

test("every choice has its column in order, with records or without", () => {
  const columns = columnsOf(stage(), [group("won", 3)], said);
  expect(columns.map(({ label, count, open }) => [label, count, open])).toEqual([
    ["NEW", 0, true],
    ["WON", 3, true],
    ["Without", 0, true],
  ]);
  expect(columns.at(-1)?.rule).toEqual({ field: "stage", operator: "null", value: null });
});

test("a retired choice stays while records hold it, and takes no more", () => {
  const columns = columnsOf(stage(), [group("old", 2)], said);
  expect(columns.find(({ key }) => key === "old")).toMatchObject({ count: 2, open: false });
});

test("records whose value may not be known stand apart and can't be opened; a required field is never emptied", () => {
  const columns = columnsOf(stage({ required: true }), [group(null, 4), group(null, 9, false)], said);
  expect(columns.slice(-2).map(({ label, count, open, rule }) => [label, count, open, rule === null])).toEqual([
    ["Without", 4, false, false],
    ["Hidden", 9, false, true],
  ]);
});
