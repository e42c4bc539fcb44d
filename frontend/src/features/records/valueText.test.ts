// @vitest-environment node
import { expect, test } from "vitest";
import { chineseWords } from "@/testing/chineseWords";
import type { Entity, Field } from "./api/entities";
import { fieldsToRead } from "./columns";
import { valueText } from "@/features/fields/valueText";

const link = (target: string) => ({ name: "other", type: "link", target }) as Field;

test("a link to a car reads as its plate does, one to a person as it is", () => {
  expect(valueText({ id: "1", title: "沪A12345" }, link("vehicle"), chineseWords)).toBe("沪A·12345");
  expect(valueText({ id: "1", title: "比亚迪 秦PLUS" }, link("vehicle"), chineseWords)).toBe("比亚迪 秦PLUS");
  expect(valueText({ id: "1", title: "甲A12345" }, link("customer"), chineseWords)).toBe("甲A12345");
});

test("the kind of a plate is read along, for its colour", () => {
  const entity = { fields: [{ name: "vin" }, { name: "plate_kind" }], title_fields: ["plate", "vin"] };
  expect(fieldsToRead(entity as Entity, [{ name: "vin" } as Field])).toEqual(["vin", "plate", "plate_kind"]);
});
