import { expect, test } from "vitest";
import { aField } from "@/testing/aField";
import type { Entity } from "../api/entities";
import { clashesOf, settled } from "./clashes";

const fields = ["city", "region", "name", "gender"].map((name) => aField("text", { name }));
const entity = { fields } as Entity;
const base = { city: "A", region: "A", name: "A", gender: null };
const conflict = {
  base,
  mine: { city: "mine", region: "mine", name: "A", gender: "same" },
  theirs: { id: "1", version: 2, city: "theirs", region: "A", name: "theirs", gender: "same" },
};

test("fields are told apart by who changed them; the same new value is no clash", () => {
  const { both, theirsAlone, mineAlone } = clashesOf(entity, conflict);
  expect([both, theirsAlone, mineAlone].map((part) => part.map(({ name }) => name))).toEqual([
    ["city"],
    ["name"],
    ["region"],
  ]);
});

test("what only one changed stays theirs or mine, and a clash is as it was chosen", () => {
  expect(settled(entity, conflict, { city: "theirs" })).toMatchObject({ city: "theirs", region: "mine", name: "theirs" });
  expect(settled(entity, conflict, { city: "mine" })).toMatchObject({ city: "mine", region: "mine", name: "theirs" });
});

test("an empty text and no value are the same", () => {
  const { both } = clashesOf(entity, { base, mine: { gender: "" }, theirs: { gender: null } });
  expect(both).toEqual([]);
});
