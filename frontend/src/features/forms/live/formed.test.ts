import { describe, expect, it } from "vitest";
import type { Entity, Field } from "@/features/records/api/entities";
import type { LiveForm, LiveState } from "../api/live";
import { formed } from "./formed";

const field = (name: string, members: Partial<Field> = {}) =>
  ({ name, label: { zh: name, en: name }, help: null, required: false, read_only: false, ...members }) as Field;
const part = (name: string) =>
  ({ kind: "field", id: `f_${name}`, field: name, label: null, help: null, placeholder: null, width: 1, required: false, read_only: false }) as const;
const free = { shown: true, required: false, read_only: false, refused: [] };

const entity = { name: "customer", fields: [field("name", { required: true }), field("kind"), field("region"), field("city")] } as Entity;
const form: LiveForm = {
  id: "1", version: 1, name: "", asks: ["kind"],
  tabs: [
    { id: "t1", label: { zh: "", en: "" }, sections: [
      { id: "s1", label: { zh: "", en: "" }, columns: 2, parts: [{ ...part("region"), label: { zh: "片区", en: "District" } }, part("name")] },
      { id: "s2", label: { zh: "", en: "" }, columns: 1, parts: [part("kind")] },
    ] },
  ],
};
const state = (members: Partial<LiveState> = {}): LiveState => ({
  fields: { region: free, name: free, kind: free }, hidden: [], defaults: {}, ...members,
});
const names = (told: LiveState) => formed(entity, form, told, "zh-CN").fields.map(({ name }) => name);

describe("a form over a kind of record", () => {
  it("has the form's fields in the form's order and no others", () => expect(names(state())).toEqual(["region", "name", "kind"]));

  it("leaves out what is not shown now", () => {
    expect(names(state({ hidden: ["s2"] }))).toEqual(["region", "name"]);
    expect(names(state({ fields: { region: { ...free, shown: false }, name: free, kind: free } }))).toEqual(["name", "kind"]);
  });

  it("says the form's words, and adds what the form asks to what the field asks", () => {
    const told = state({ fields: { region: { ...free, required: true, read_only: true }, name: free, kind: free } });
    const [region, name] = formed(entity, form, told, "zh-CN").fields;
    expect([region?.label.zh, region?.required, region?.read_only]).toEqual(["片区", true, true]);
    expect([name?.label.zh, name?.required]).toEqual(["name", true]);
  });
});
