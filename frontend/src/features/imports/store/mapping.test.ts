// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { ImportTargetOut } from "@/api/types.gen";
import { isSound, problemsOf, unknownValues, withTarget } from "./mapping";
import type { Order } from "./mapping";

const target = (key: string, more: Partial<ImportTargetOut> = {}): ImportTargetOut => ({
  key,
  label: { zh: key, en: key },
  type: "text",
  link: null,
  required: false,
  writable: true,
  keyed: true,
  options: [],
  ...more,
});
const order: Order = {
  mode: "insert",
  columns: [{ column: 0, target: "name", dates: "ymd", values: {} }],
  constants: {},
  keys: [["name"]],
};

describe("withTarget", () => {
  it("drops a key whose column is left out", () => {
    expect(withTarget(order, 0, null, "ymd").keys).toEqual([]);
  });
});

describe("problemsOf", () => {
  it("is content with either of a link's ways", () => {
    const links = [target("c.phone", { link: "c", required: true }), target("c.name", { link: "c", required: true })];
    expect(problemsOf(order, links).missing).toEqual(["c"]);
    expect(problemsOf(withTarget(order, 1, "c.name", "ymd"), links).missing).toEqual([]);
  });

  it("wants a key for updates, and no required fields", () => {
    const update: Order = { ...order, mode: "update", keys: [] };
    const problems = problemsOf(update, [target("name"), target("city", { required: true })]);
    expect(problems).toEqual({ missing: [], twice: [], keyless: true });
    expect(isSound(problems)).toBe(false);
  });

  it("takes a constant for a column", () => {
    const fixed: Order = { ...order, constants: { city: "杭州" } };
    expect(problemsOf(fixed, [target("city", { required: true })]).missing).toEqual([]);
  });
});

it("knows choices by value and label, whatever their width and capitals", () => {
  const gender = target("gender", { options: [{ value: "male", label: { zh: "男", en: "Male" } }] });
  expect(unknownValues(["男", "MALE", "ｍale", "先生", "老板"], gender, { 先生: "male" })).toEqual(["老板"]);
});
