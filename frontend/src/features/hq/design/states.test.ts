import { expect, test } from "vitest";
import type { StateOut } from "@/api/types.gen";
import { coverageOf } from "./states";

const state = (store: string, said: StateOut["state"]): StateOut => ({ store, name: store, state: said, differs: [] });

test("stores that have it as it is wanted are counted, and the others are listed", () => {
  const found = coverageOf([state("a", "same"), state("b", "missing"), state("c", "differs")]);
  expect([found.has, found.of, found.wrong.map(({ store }) => store)]).toEqual([1, 3, ["b", "c"]]);
});
