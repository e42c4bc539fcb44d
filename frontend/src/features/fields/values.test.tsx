import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { aField } from "@/testing/aField";
import { chineseWords } from "@/testing/chineseWords";
import type { Field, FieldKind } from "./field";
import { FieldValue } from "./FieldValue";
import { outgoing } from "./outgoing";
import { isBlank, valueText } from "./valueText";
import { widgets } from "./widgets";

afterEach(cleanup);

const file = { id: "1", name: "a.pdf", size: 2048, kind: "application/pdf" };
const columns: Field["settings"]["columns"] = [
  { name: "km", type: "integer" },
  { name: "cost", type: "money" },
];

test.each<[FieldKind, unknown, string, Partial<Field["settings"]>?]>([
  ["number", 12345.5, "12,345.5 km", { unit: "km" }],
  ["percent", 12.5, "12.5%"],
  ["money", "12800", "\u00a512,800.00"],
  ["boolean", false, "\u5426"],
  ["time", "14:30:00", "14:30"],
  ["tags", ["a", "b"], "a, b"],
  ["id_card", "11010519491231002X", "110105 19491231 002X"],
  ["address", { province: "\u4e0a\u6d77\u5e02", city: "\u4e0a\u6d77\u5e02", street: "1" }, "\u4e0a\u6d77\u5e021"],
  ["location", { lng: 120.1, lat: 30.2 }, "120.1, 30.2"],
  ["file", [file], "a.pdf"],
  ["table", [{ km: 5, cost: "1.00" }], "5 \u00b7 1.00", { columns }],
  ["formula", "12.50", "\u00a512.50", { result: "money" }],
  ["rollup", 3, "3"],
  ["user", "0190a1b2-0000-7000-8000-000000000001", chineseWords.somebody],
  ["user", { id: "1", title: "Ann" }, "Ann"],
])("a %s reads %j as %s", (type, value, text, settings) => {
  expect(valueText(value, aField(type, settings ? { settings } : {}), chineseWords)).toBe(text);
});

test("empty lists and objects are blank; false and 0 are not", () => {
  expect([[], {}, "", null, { id: null, title: null }].every(isBlank)).toBe(true);
  expect([false, 0, { lng: 1, lat: 2 }, ["a"]].some(isBlank)).toBe(false);
});

test.each(Object.keys(widgets) as FieldKind[])("a masked %s is shown as its mask", (type) => {
  const field = aField(type, { settings: { columns } });
  const shown = (whole: boolean) =>
    render(
      <QueryClientProvider client={new QueryClient()}>
        <FieldValue field={field} value="****" store="north" row={{}} whole={whole} />
      </QueryClientProvider>,
    ).container.textContent;
  expect(shown(false)).toContain(type === "rich_text" ? "" : "****");
  expect(shown(true)).toContain("****");
});

test("what was typed around a figure stays behind, a link goes by its id", () => {
  expect(outgoing("\u00a512,800 ", aField("money"))).toBe("12800");
  expect(outgoing(" a ", aField("text"))).toBe("a");
  expect(outgoing("", aField("text"))).toBeNull();
  expect(outgoing({ id: "1", title: "Ann" }, aField("link"))).toBe("1");
  expect(outgoing([{ km: "", cost: "1" }], aField("table", { settings: { columns } }))).toEqual([{ cost: "1" }]);
});
