import { expect, test } from "vitest";
import { asLookedAt, looksOnly, toRead } from "./lookOnly";
import { setViewed } from "./viewing";

test("one looks only in the store where one looks as somebody else", () => {
  expect(looksOnly("north")).toBe(false);
  setViewed({ store: "north", id: "1", name: "Advisor" });
  expect([looksOnly("north"), looksOnly("south")]).toEqual([true, false]);
  setViewed(null);
  expect(looksOnly("north")).toBe(false);
});

test("what would change something is not there while one looks as somebody else", () => {
  const fields = [{ name: "a", right: "write" }, { name: "b", right: "masked" }];
  expect(asLookedAt({ actions: ["create", "export", "delete"], fields })).toEqual({
    actions: ["export"],
    fields: [{ name: "a", right: "read" }, { name: "b", right: "masked" }],
  });
  expect(toRead(["customer.read", "customer.write", "people.invite", "catalogue.design"])).toEqual(["customer.read"]);
});
