import { expect, it } from "vitest";
import { aField } from "@/testing/aField";
import type { Entity } from "./api/entities";
import { briefFields } from "./briefFields";

it("leaves out what says nothing without its name, and keeps the state", () => {
  const choices = ["open", "done"].map((value) => ({ value, label: { zh: value, en: value }, retired: false }));
  const fields = ["status", "pdi", "plates"].map((name) => aField("choice", { name, choices }));
  const kind = aField("choice", { name: "kind", choices: choices.slice(1) });
  const order = aField("link", { name: "order", target: "sales_order" });
  const entity = { fields: [...fields, kind, order], title_fields: ["number"], told_by: [], state: "status" } as unknown as Entity;
  const row = { id: "1", number: "SO1", order: { id: "2", title: "SO1" }, status: "open", pdi: "done", plates: "open", kind: "done" };
  expect(briefFields(entity, entity.fields, row).map(({ name }) => name)).toEqual(["status", "kind"]);
});
