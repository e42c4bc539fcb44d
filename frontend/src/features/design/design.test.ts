import { describe, expect, test } from "vitest";
import type { DesignedFieldOut } from "@/api/types.gen";
import { widgets } from "@/features/fields/widgets";
import { addition, changesOf, draftOf, lacksOf, newDraft } from "./draft";
import english from "./locales/en.json";
import chinese from "./locales/zh-CN.json";
import { arranged, moved, sectionsOf } from "./order";
import { typeGroups } from "./types";

function saved(told: Partial<DesignedFieldOut>): DesignedFieldOut {
  return {
    name: "x_one", label: { zh: "a", en: "a" }, help: null, section: "", type: "text", origin: "store", changed_by: null,
    options: [], settings: {}, target: null, formula: "", sensitivity: "", required: false, unique: false, indexed: false,
    searchable: false, in_list: true, read_only: false, default: null, retired: false, ...told,
  };
}

describe("the palette", () => {
  const offered = typeGroups.flatMap(({ types }) => [...types] as string[]).toSorted();

  test("offers every type once, with a name and a sentence in both languages", () => {
    expect(offered).toEqual(Object.keys(widgets).toSorted());
    for (const texts of [chinese, english]) {
      expect(Object.keys(texts.type).toSorted()).toEqual(offered);
      expect(Object.keys(texts.typeText).toSorted()).toEqual(offered);
    }
  });
});

describe("a new field", () => {
  test("lacks what its type needs", () => {
    expect(lacksOf(newDraft("text"))).toEqual(["label"]);
    expect(lacksOf({ ...newDraft("choice"), zh: "a" })).toEqual(["options"]);
    expect(lacksOf({ ...newDraft("link"), zh: "a" })).toEqual(["target"]);
    expect(lacksOf({ ...newDraft("rollup"), zh: "a" })).toEqual(["formula"]);
    expect(lacksOf({ ...newDraft("table"), zh: "a" })).toEqual(["columns"]);
    expect(lacksOf({ ...newDraft("boolean"), zh: "a" })).toEqual([]);
  });

  test("is sent without lines left empty and without what its type does not take", () => {
    const draft = { ...newDraft("choice"), zh: " level ", unique: true, formula: "1", target: "customer" };
    const options = draft.options.map((option, index) => (index === 0 ? { ...option, zh: "gold" } : option));
    const sent = addition({ ...draft, options, settings: { unit: "km" } });
    expect(sent).toMatchObject({ label: { zh: "level", en: "" }, settings: {}, unique: false, formula: "", target: "" });
    expect(sent.options).toEqual([{ value: "gold", label: { zh: "gold", en: "" }, retired: false }]);
    expect("sensitivity" in sent).toBe(false);
  });

  test("sends a sub-table's columns as pairs, and reads them back", () => {
    const draft = { ...newDraft("table"), zh: "a", settings: { columns: [{ name: "part", type: "text" as const }] } };
    expect(addition(draft).settings).toEqual({ columns: [["part", "text"]] });
    expect(draftOf(saved({ type: "table", settings: { columns: [["part", "text"]] } })).settings).toEqual(draft.settings);
  });
});

describe("a change", () => {
  test("holds only what differs", () => {
    const before = draftOf(saved({}));
    expect(changesOf(before, before, true)).toEqual({});
    expect(changesOf(before, { ...before, zh: "b", unique: true }, true)).toEqual({ label: { zh: "b", en: "a" }, unique: true });
  });

  test("of a field that ships holds nothing that a store may not change", () => {
    const before = draftOf(saved({ origin: "product" }));
    expect(changesOf(before, { ...before, unique: true, section: "s" }, false)).toEqual({ section: "s" });
  });
});

describe("the order", () => {
  const fields = [saved({ name: "a" }), saved({ name: "x", section: "s" }), saved({ name: "b" }), saved({ name: "y", section: "s" })];

  test("a field moves within its section alone", () => {
    expect(sectionsOf(fields).map(({ name }) => name)).toEqual(["", "s"]);
    expect(moved(fields, "b", -1)).toEqual(["b", "a", "x", "y"]);
    expect(moved(fields, "x", -1)).toBeNull();
    expect(moved(fields, "b", 1)).toBeNull();
  });

  test("fields that it does not name come behind as they were", () => {
    expect(arranged(fields, ["y", "b"]).map(({ name }) => name)).toEqual(["y", "b", "a", "x"]);
  });
});
