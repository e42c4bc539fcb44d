import { beforeEach, expect, test } from "vitest";
import { keepListSearch, lastListSearch } from "./lastListSearch";

beforeEach(() => sessionStorage.clear());

test("a list is found again as it was left, and no other list is touched", () => {
  keepListSearch("pudong", "orders", { q: "Ford", sort: "-price" });
  expect(lastListSearch("pudong", "orders")).toEqual({ q: "Ford", sort: "-price" });
  expect(lastListSearch("pudong", "customers")).toEqual({});
  expect(lastListSearch("xuhui", "orders")).toEqual({});
});

test("what can't be read is a list as it begins", () => {
  sessionStorage.setItem("chezhan.list.pudong.orders", "{broken");
  expect(lastListSearch("pudong", "orders")).toEqual({});
});
