import { expect, test } from "vitest";
import type { Field } from "./api/entities";
import { inOrder } from "./columns";
import { moved } from "./MoveButtons";
import { isChanged } from "./views/api";
import type { View } from "./views/api";

const fields = ["name", "phone", "city"].map((name) => ({ name })) as Field[];

test("columns stand as they were chosen, each once; one that is no more is left out", () => {
  expect(inOrder(fields, ["city", "gone", "name", "city"]).map(({ name }) => name)).toEqual(["city", "name"]);
});

test("what is moved changes places with what stood between", () => {
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a"], 3, 0)).toEqual(["a"]);
});

test("columns in another order are another view; where the first stands says nothing", () => {
  const view = { id: "v", columns: ["phone", "name", "city"], filter: "", sort: "", q: "", tags: "", kind: "list", layout: {} } as unknown as View;
  expect(isChanged(view, { view: "v" }, ["name", "phone", "city"])).toBe(false);
  expect(isChanged(view, { view: "v" }, ["name", "city", "phone"])).toBe(true);
});
