import { expect, test } from "vitest";
import { auditQueryOf, auditSearchOf } from "./auditSearch";

test("without a word for it changes are asked for, and looks by their own", () => {
  expect(auditQueryOf({}).kind).toBe("created,updated,deleted,erased");
  expect(auditQueryOf({ kind: "looks" }).kind).toBe("read,revealed,exported");
  expect(auditQueryOf({ kind: "all" }).kind).toBe("");
  expect(auditQueryOf({ kind: "revealed" }).kind).toBe("revealed");
});

test("a field is asked for of a kind of record alone", () => {
  expect(auditQueryOf({ field: "phone" }).field).toBe("");
  expect(auditQueryOf({ field: "phone", entity: "settings" }).field).toBe("");
  expect(auditQueryOf({ field: "phone", entity: "customer" }).field).toBe("phone");
});

test("what is no word of ours is left out of the address", () => {
  expect(auditSearchOf({ entity: "customer", request: 123, nothing: "x", person: ["a"] })).toEqual({
    entity: "customer",
    request: "123",
  });
});
