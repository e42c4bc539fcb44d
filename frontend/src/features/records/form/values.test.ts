import { describe, expect, it } from "vitest";
import type { Entity, Field } from "../api/entities";
import { asHere, isMask, isOpen } from "./values";

const of = (type: Field["type"]) => ({ type }) as Field;

const field = (name: string, right: Field["right"]) => ({ name, right, type: "text", read_only: false, once: false }) as Field;

describe("isMask", () => {
  it.each([
    ["张**", "text"],
    ["*******8000", "phone"],
    ["沪A***45", "plate"],
    ["LSV**********4847", "vin"],
    ["3****************X", "id_card"],
    ["z****.com", "email"],
    ["****", "long_text"],
  ] as const)("knows what is left of a value: %s", (value, type) => expect(isMask(value, of(type))).toBe(true));

  it.each([
    ["5*30 机油", "text"],
    ["王**牌轮胎", "text"],
    ["**重点**客户", "long_text"],
    ["138 0013 8000", "phone"],
    [null, "text"],
  ] as const)("leaves what people wrote: %s", (value, type) => expect(isMask(value, of(type))).toBe(false));
});

describe("asHere", () => {
  it("leaves to be written what may be changed on this record, and nothing that may only be read", () => {
    const entity = { fields: [field("note", "write"), field("price", "write"), field("number", "read")] } as Entity;
    const open = asHere(entity, ["note", "number"]).fields.filter((one) => isOpen(one, {}));
    expect(open.map(({ name }) => name)).toEqual(["note"]);
    expect(entity.fields.filter((one) => isOpen(one, {}))).toHaveLength(2);
  });
});
