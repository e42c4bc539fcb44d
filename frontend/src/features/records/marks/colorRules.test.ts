import { expect, test } from "vitest";
import type { ColorRule } from "../layouts/layout";
import { colorRulesOf, conditionOf, marksById } from "./colorRules";

const rule = (members: Partial<ColorRule>): ColorRule => ({ filter: '{"combinator":"and","rules":[]}', tone: "red", label: "", field: "", ...members });

test("the first rule that a record meets marks its row", () => {
  const [late, dear] = [rule({ label: "late" }), rule({ label: "dear", tone: "blue" })];
  const marks = marksById([late, dear], [["a"], ["a", "b"]]);
  expect(marks.get("a")?.row).toBe(late);
  expect(marks.get("b")?.row).toBe(dear);
  expect(marks.get("c")).toBeUndefined();
});

test("a cell is marked beside the row, and by its own rules alone", () => {
  const [row, cell, later] = [rule({}), rule({ field: "price", tone: "green" }), rule({ field: "price", tone: "grey" })];
  const mark = marksById([row, cell, later], [["a"], ["a"], ["a"]]).get("a");
  expect(mark?.row).toBe(row);
  expect([...(mark?.cells ?? [])]).toEqual([["price", cell]]);
});

test("what is no rule in an address is left out", () => {
  expect(colorRulesOf([rule({}), rule({}), { tone: "red" }, { filter: "{}", tone: "pink" }, null, 1])).toEqual([rule({})]);
  expect(conditionOf(rule({ filter: "{" }))).toBeUndefined();
  expect(conditionOf(rule({}))).toEqual({ combinator: "and", rules: [] });
});
