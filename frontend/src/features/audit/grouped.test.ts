import { expect, test } from "vitest";
import type { AuditEntryOut } from "@/api/types.gen";
import { fieldsOf, grouped } from "./grouped";

function entry(id: number, more: Partial<AuditEntryOut> = {}): AuditEntryOut {
  return {
    id: String(id),
    at: "2026-11-21T06:30:00Z",
    actor_id: "p",
    kind: "read",
    reason: "",
    request_id: "r1",
    address: "",
    entity: "customer",
    record_id: String(id),
    there: true,
    title: null,
    changes: [],
    fields: ["name"],
    rows: null,
    setting: null,
    ...more,
  };
}

test("what one request read of one kind is told as one look, with all its fields", () => {
  const told = grouped([entry(3), entry(2, { fields: ["phone"] }), entry(1, { request_id: "r0" })]);
  expect(told.map(({ all }) => all.map(({ id }) => id))).toEqual([["3", "2"], ["1"]]);
  expect(told[0] && fieldsOf(told[0])).toEqual(["name", "phone"]);
});

test("changes are told one by one, and so are looks of which no request is known", () => {
  const changes = [entry(2, { kind: "updated" }), entry(1, { kind: "updated" })];
  expect(grouped(changes)).toHaveLength(2);
  expect(grouped([entry(2, { request_id: "" }), entry(1, { request_id: "" })])).toHaveLength(2);
  expect(grouped([entry(2), entry(1, { entity: "vehicle" })])).toHaveLength(2);
});
