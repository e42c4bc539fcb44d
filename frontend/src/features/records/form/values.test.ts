import { describe, expect, it } from "vitest";
import type { Field } from "../api/entities";
import { isMask } from "./values";

const of = (type: Field["type"]) => ({ type }) as Field;

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
