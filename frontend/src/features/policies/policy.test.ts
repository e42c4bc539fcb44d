// @vitest-environment node
import { expect, test } from "vitest";
import type { PolicyFieldOut, PolicyShape } from "@/api/types.gen";
import { cutBy, reachable, rightOn, samePolicy, unlimited, withRight } from "./policy";

const field = (name: string, more: Partial<PolicyFieldOut> = {}): PolicyFieldOut => ({
  name,
  label: { zh: name, en: name },
  type: "text",
  sensitivity: "",
  origin: "product",
  fixed: false,
  section: "",
  ...more,
});
const policy: PolicyShape = {
  rows: { reach: "store", predicate: "" },
  usual: { right: "read", own: null },
  personal: { right: "masked", own: "write" },
  fields: { price: { right: "hidden", own: null } },
  actions: [],
  opened: false,
};

test("a field has the right named for it, else by its kind; what was added is closed until named", () => {
  expect(rightOn(policy, field("price")).right).toBe("hidden");
  expect(rightOn(policy, field("region")).right).toBe("read");
  expect(rightOn(policy, field("phone", { sensitivity: "sealed" }))).toEqual({ right: "masked", own: "write" });
  expect(rightOn(policy, field("x_note", { origin: "store" })).right).toBe("hidden");
  expect(rightOn({ ...policy, opened: true }, field("x_note", { origin: "store" })).right).toBe("read");
});

test("a right that says no more than the rest is not named", () => {
  const opened = withRight(policy, [field("price"), field("region")], { right: "read", own: null });
  expect(opened.fields).toEqual({});
  expect(withRight(opened, [field("region")], { right: "write", own: null }).fields).toEqual({
    region: { right: "write", own: null },
  });
});

test("what the product alone writes is read at most", () => {
  const number = field("number", { fixed: true });
  expect(reachable(number, { right: "write", own: null })).toEqual({ right: "read", own: null });
  expect(reachable(number, { right: "hidden", own: "write" })).toEqual({ right: "hidden", own: "read" });
  expect(reachable(field("region"), { right: "write", own: null })).toEqual({ right: "write", own: null });
});

test("the ceiling takes what is above it and nothing else", () => {
  const ceiling = withRight(unlimited, [field("phone")], { right: "masked", own: null });
  const phone = field("phone", { sensitivity: "sealed" });
  expect(cutBy(ceiling, phone, rightOn(policy, phone))).toEqual({ right: "masked", own: null });
  expect(cutBy(ceiling, field("region"), { right: "write", own: null })).toBeNull();
  expect(cutBy(null, phone, { right: "write", own: null })).toBeNull();
});

test("policies are the same whatever the order in which they were said", () => {
  expect(samePolicy(unlimited, { ...unlimited, actions: unlimited.actions?.toReversed() ?? [] })).toBe(true);
  expect(samePolicy(unlimited, policy)).toBe(false);
});
