// @vitest-environment node
import { expect, test } from "vitest";
import { aField } from "@/testing/aField";
import { chineseWords } from "@/testing/chineseWords";
import type { Entity, Field } from "./api/entities";
import { fieldsToRead } from "./columns";
import { recordTitle } from "./recordTitle";
import { valueText } from "@/features/fields/valueText";

const link = (target: string) => ({ name: "other", type: "link", target }) as Field;

test("a link to a car reads as its plate does, one to a person as it is", () => {
  expect(valueText({ id: "1", title: "沪A12345" }, link("vehicle"), chineseWords)).toBe("沪A·12345");
  expect(valueText({ id: "1", title: "比亚迪 秦PLUS" }, link("vehicle"), chineseWords)).toBe("比亚迪 秦PLUS");
  expect(valueText({ id: "1", title: "甲A12345" }, link("customer"), chineseWords)).toBe("甲A12345");
});

test("the kind of a plate is read along, for its colour, and what stops a clock", () => {
  const due = aField("datetime", { name: "due", settings: { met_by: "done" } });
  const fields = [aField("vin", { name: "vin" }), due, aField("choice", { name: "plate_kind" }), aField("datetime", { name: "done" })];
  const entity = { fields, title_fields: ["plate", "vin"], told_by: [] } as unknown as Entity;
  expect(fieldsToRead(entity, [aField("vin", { name: "vin" })])).toEqual(["vin", "plate", "plate_kind"]);
  expect(fieldsToRead(entity, [due])).toEqual(["due", "plate", "vin", "plate_kind", "done"]);
});

test("what is told by several fields is called by all that are there, else by its title", () => {
  const fields = [aField("money", { name: "amount" }), aField("date", { name: "paid_on" }), aField("text", { name: "number" })];
  const entity = { fields, title_fields: ["number"], told_by: ["paid_on", "amount"] } as unknown as Entity;
  expect(recordTitle(entity, { amount: "500.00", paid_on: "2026-03-02", number: "A1" }, chineseWords)).toBe("¥500.00 · 2026-03-02");
  expect(recordTitle(entity, { amount: null, paid_on: null, number: "A1" }, chineseWords)).toBe("A1");
});
