import { describe, expect, it } from "vitest";
import { addSection, addTab, fieldPart, insert, move, partsIn, placeOf, remove, removeGroup, shift, step } from "./layout";
import type { Layout } from "./layout";

const named = (name: string) => ({ ...fieldPart(name), id: name });
const section = (id: string, ...names: string[]) =>
  ({ id, label: { zh: "", en: "" }, columns: 2, show_when: null, parts: names.map(named) });
const layout: Layout = {
  tabs: [{ id: "t1", label: { zh: "", en: "" }, show_when: null, sections: [section("s1", "a", "b", "c"), section("s2", "d")] }],
};
const order = (one: Layout) => one.tabs.flatMap(({ sections }) => sections.map(({ parts }) => parts.map(({ id }) => id).join(""))).join("|");

describe("the parts of a layout", () => {
  it.each([
    ["a", { section: "s1", at: 2 }, "bac|d"],
    ["a", { section: "s1", at: 3 }, "bca|d"],
    ["c", { section: "s1", at: 0 }, "cab|d"],
    ["b", { section: "s1", at: 1 }, "abc|d"],
    ["a", { section: "s2", at: 1 }, "bc|da"],
    ["nobody", { section: "s2", at: 1 }, "abc|d"],
  ] as const)("moves %s to %o", (id, place, wanted) => expect(order(move(layout, id, place))).toBe(wanted));

  it.each([
    ["a", 1, "bac|d"],
    ["c", -1, "acb|d"],
    ["c", 1, "ab|cd"],
    ["d", -1, "abcd|"],
  ] as const)("steps %s by %i", (id, by, wanted) => expect(order(step(layout, id, by) as Layout)).toBe(wanted));

  it("goes no further than the ends", () => expect([step(layout, "a", -1), step(layout, "d", 1)]).toEqual([null, null]));

  it("puts in and takes out", () => {
    const added = insert(layout, named("e"), { section: "s2", at: 0 });
    expect(order(added)).toBe("abc|ed");
    expect(order(remove(added, "e"))).toBe(order(layout));
    expect(placeOf(added, "d")).toEqual({ section: "s2", at: 1 });
  });

  it("shifts sections and tabs, and takes them out with what is in them", () => {
    expect(order(shift(layout, "s1", 1) as Layout)).toBe("d|abc");
    const { layout: two, id } = addTab(layout);
    expect((shift(two, id, -1) as Layout).tabs.map((tab) => tab.id)).toEqual([id, "t1"]);
    expect(partsIn(removeGroup(layout, "s1")).map((part) => part.id)).toEqual(["d"]);
    expect(removeGroup(layout, "t1").tabs).toHaveLength(1);
    expect(removeGroup(two, id).tabs).toHaveLength(1);
  });

  it("gives a new section an id of its own", () => {
    const once = addSection(layout, "t1");
    const twice = addSection(once.layout, "t1");
    expect(new Set(twice.layout.tabs[0]?.sections.map(({ id }) => id)).size).toBe(4);
  });
});
