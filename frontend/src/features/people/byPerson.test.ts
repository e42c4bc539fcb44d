// @vitest-environment node
import { expect, it } from "vitest";
import type { Member } from "@/api/types.gen";
import { byPerson } from "./byPerson";
import { rolesFor } from "./rolesFor";

function member(person: string, store: string | null, role: string): Member {
  return {
    membership_id: `${person}-${store}-${role}`,
    person: { id: person, name: person, email: null, phone: null },
    store: store === null ? null : { slug: store, name: store },
    role,
    since: "2026-11-22T00:00:00+08:00",
    removable: true,
  };
}

it("makes one entry of a person who works in several places, headquarters first", () => {
  const entries = byPerson(
    [member("Bo", "north", "finance"), member("An", "south", "finance"), member("Bo", null, "auditor")],
    "en",
  );
  expect(entries.map(({ person, places }) => [person.name, places.map(({ store }) => store?.slug ?? "hq")])).toEqual([
    ["An", ["south"]],
    ["Bo", ["hq", "north"]],
  ]);
});

it("offers the roles of headquarters there and those of the pack in a store", () => {
  const roles = [
    { key: "auditor", level: "group" as const, packs: ["dealer", "repair"] },
    { key: "sales_advisor", level: "store" as const, packs: ["dealer"] },
    { key: "technician", level: "store" as const, packs: ["dealer", "repair"] },
  ];
  expect(rolesFor(roles, null)).toEqual(["auditor"]);
  expect(rolesFor(roles, "repair")).toEqual(["technician"]);
  expect(rolesFor(roles, "dealer")).toEqual(["sales_advisor", "technician"]);
});
