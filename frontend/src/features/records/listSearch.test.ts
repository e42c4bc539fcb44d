import { expect, test } from "vitest";
import { listSearchOf } from "./listSearch";

const rule = { field: "brand", operator: "=", value: "Ford" };

test("the address keeps search, order and filter", () => {
  const filter = { combinator: "or", rules: [rule], not: true };
  expect(listSearchOf({ q: "Ford", sort: "-price", filter })).toEqual({ q: "Ford", sort: "-price", filter });
});

test("a number typed as a search stays text", () => {
  expect(listSearchOf({ q: 8264678 })).toEqual({ q: "8264678" });
});

test("what is no filter is dropped", () => {
  expect(listSearchOf({ q: "", sort: 3, filter: "nonsense" })).toEqual({});
  expect(listSearchOf({ filter: { combinator: "and", rules: [{ field: 1 }] } })).toEqual({});
  expect(listSearchOf({ filter: { rules: [rule, null] } })).toEqual({ filter: { combinator: "and", rules: [rule] } });
});
