// @vitest-environment node
import { describe, expect, it } from "vitest";
import { confidenceOf, isSound, mappingIn, problemsOf, sameMapping } from "./mapping";
import type { Mapping } from "./mapping";

const fields = [
  { key: "store", required: true },
  { key: "price", required: true },
  { key: "region", required: false },
];
const guess = (target: string | null, confidence: number) =>
  confidenceOf({ guess: { target, confidence, reason: "", text: { zh: "", en: "" } } });
const mapping = (targets: Mapping["targets"], dateOrders: Mapping["dateOrders"] = {}): Mapping => ({
  targets,
  dateOrders,
});

describe("problemsOf", () => {
  it("names required fields without a column, and no others", () => {
    const problems = problemsOf(mapping({ 0: "store", 1: null }), fields);
    expect(problems).toEqual({ missing: ["price"], twice: [] });
    expect(isSound(problems)).toBe(false);
  });

  it("names fields that have two columns", () => {
    const problems = problemsOf(mapping({ 0: "store", 1: "price", 2: "price" }), fields);
    expect(problems).toEqual({ missing: [], twice: ["price"] });
    expect(isSound(problems)).toBe(false);
  });

  it("is content when each required field has one column", () => {
    expect(isSound(problemsOf(mapping({ 0: "store", 1: "price", 2: null }), fields))).toBe(true);
  });
});

describe("mappingIn", () => {
  it("leaves out the date order of a field that has no column any more", () => {
    expect(mappingIn(mapping({ 0: "store" }, { ordered_on: "mdy" })).date_orders).toEqual({});
    expect(mappingIn(mapping({ 0: "ordered_on" }, { ordered_on: "mdy" })).date_orders).toEqual({ ordered_on: "mdy" });
  });
});

describe("sameMapping", () => {
  it("sees a changed column and a changed date order", () => {
    const before = mapping({ 0: "ordered_on", 1: null }, { ordered_on: "mdy" });
    expect(sameMapping(before, mapping({ 0: "ordered_on", 1: null }, { ordered_on: "mdy" }))).toBe(true);
    expect(sameMapping(before, mapping({ 0: "ordered_on", 1: "price" }, { ordered_on: "mdy" }))).toBe(false);
    expect(sameMapping(before, mapping({ 0: "ordered_on", 1: null }, { ordered_on: "dmy" }))).toBe(false);
  });
});

describe("confidenceOf", () => {
  it("tells sure guesses from weak ones", () => {
    expect([guess("a", 0.99), guess("a", 0.6), guess("a", 0.4), guess(null, 0)]).toEqual([
      "sure",
      "likely",
      "unsure",
      "none",
    ]);
  });
});
