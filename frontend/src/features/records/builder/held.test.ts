import { expect, test } from "vitest";
import type { Field } from "../api/entities";
import { filterOf } from "../filter";
import type { FilterGroup } from "../filter";
import { nothingHeld, ofBuilder, toBuilder } from "./held";

const takes = (name: string, shape: string) => ({ name, takes: shape, label: { zh: name, en: name } });
const fields = [
  { name: "name", operators: [takes("contains", "one"), takes("null", "nothing")] },
  { name: "price", operators: [takes("between", "pair")] },
  { name: "count:sales_order", operators: [takes(">", "one")] },
] as unknown as Field[];
const filter: FilterGroup = {
  combinator: "and",
  rules: [
    { field: "name", operator: "contains", value: "王" },
    {
      combinator: "or",
      not: true,
      rules: [
        { field: "price", operator: "between", value: ["1", "2"] },
        {
          field: "sales_order",
          operator: ">",
          value: "2",
          aggregate: "count",
          where: { combinator: "and", rules: [{ field: "price", operator: ">", value: "1" }] },
          period: "this_year",
        },
      ],
    },
  ],
};

test("a filter goes into the builder and comes back as it was", () => {
  expect(ofBuilder(toBuilder(filter), fields)).toEqual({ filter, missing: 0 });
  expect(filterOf(JSON.parse(JSON.stringify(filter)))).toEqual(filter);
});

test("what is not filled in is counted and left out, and so are groups without rules", () => {
  const open = { field: "name", operator: "contains", value: nothingHeld };
  const asked = { combinator: "and", rules: [open, { combinator: "or", rules: [] }, { ...open, operator: "null" }] };
  expect(ofBuilder(asked, fields)).toEqual({
    filter: { combinator: "and", rules: [{ field: "name", operator: "null", value: null }] },
    missing: 1,
  });
});

test("what in an address is no filter falls away", () => {
  const deep = (levels: number): unknown => (levels === 0 ? { field: "name", operator: "null" } : { combinator: "and", rules: [deep(levels - 1)] });
  expect(filterOf(deep(5))).not.toBeNull();
  expect(filterOf(deep(6))).toBeNull();
  expect(filterOf({ combinator: "and", rules: [1, null, { field: 2 }, { rules: [] }] })).toBeNull();
  expect(filterOf({ combinator: "and", rules: [{ field: "name", operator: "null", aggregate: "median" }] })?.rules).toEqual([
    { field: "name", operator: "null", value: null },
  ]);
});
