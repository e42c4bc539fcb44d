// @vitest-environment node
import { expect, test } from "vitest";
import type { Field, FieldKind } from "../field";
import { aField } from "@/testing/aField";
import { whatIsWrong, whatLooksWrong } from "./checks";
import type { Refusal } from "./refusal";

const wrong = (type: FieldKind, value: unknown, settings: Partial<Field["settings"]> = {}): Refusal["code"] | null =>
  whatIsWrong(value, aField(type, { settings }))?.code ?? null;

test.each<[FieldKind, unknown]>([
  ["text", "\u5f20\u4f1f"],
  ["long_text", "a\nb"],
  ["email", "ann@example.com"],
  ["url", "https://example.com/a?b=1"],
  ["color", "#1A4"],
  ["number", "1,234.50"],
  ["number", 0],
  ["integer", "12.0"],
  ["percent", "12.5%"],
  ["money", "\u00a512,800"],
  ["rating", 5],
  ["date", "2026-11-21"],
  ["time", "14:30"],
  ["boolean", false],
  ["phone", "+86 138-0013-8000"],
  ["phone", "8264678"],
  ["phone", "021-6234 5678"],
  ["phone", "400-820-8820"],
  ["phone", "95518"],
  ["phone", "+852 9123 4567"],
  ["plate", "\u6caaa\u00b712345"],
  ["plate", "\u6d59AD12345"],
  ["plate", "\u7ca4B12345F"],
  ["plate", "\u7ca4Z1234\u6e2f"],
  ["plate", "224578\u4f7f"],
  ["vin", "lsvaa4187e2184847"],
  ["id_card", "11010519491231002x"],
  ["tax_no", "91110000600037341L"],
  ["location", { lng: 120.1, lat: 30.2 }],
  ["address", { city: "x" }],
])("a %s may be %j", (type, value) => expect(wrong(type, value)).toBeNull());

test.each<[FieldKind, unknown, string]>([
  ["text", "x".repeat(201), "text_too_long"],
  ["text", "a\nb", "control_character"],
  ["text", "a\u202eb", "control_character"],
  ["email", "ann@", "not_an_email"],
  ["url", "javascript:alert(1)", "not_a_url"],
  ["url", "https://bank.example@evil.example/", "not_a_url"],
  ["color", "red", "not_a_color"],
  ["number", "ten", "not_a_number"],
  ["number", "1.1234567", "too_many_decimals"],
  ["number", "1234567890123456", "too_many_digits"],
  ["integer", "1.5", "not_a_whole_number"],
  ["money", "1.005", "too_many_decimals"],
  ["rating", 6, "number_too_large"],
  ["date", "0226-01-01", "date_out_of_range"],
  ["time", "25:00", "not_a_time"],
  ["choice", "a", "not_an_option"],
  ["tags", Array.from({ length: 51 }, String), "too_many_values"],
  ["phone", "1380013800", "not_a_phone"],
  ["phone", "138****8000", "not_a_phone"],
  ["plate", "\u6caaI1234", "not_a_plate"],
  ["plate", "\u6d59AX12345", "not_a_plate"],
  ["vin", "LSVAA4187E218484", "vin_length"],
  ["vin", "LSVAA4187E218484O", "vin_characters"],
  ["id_card", "110105194913310021", "id_card_date"],
  ["id_card", "110105194912310021", "id_card_check"],
  ["tax_no", "91110000600037342L", "tax_no_check"],
  ["location", { lng: 181, lat: 0 }, "not_a_location"],
])("a %s can't be %j: %s", (type, value, code) => expect(wrong(type, value)).toBe(code));

test("bounds and decimals are the field's own", () => {
  expect(wrong("number", "4", { minimum: "5" })).toBe("number_too_small");
  expect(wrong("number", "1.25", { decimals: 1 })).toBe("too_many_decimals");
  expect(wrong("text", "abcd", { max_length: 3 })).toBe("text_too_long");
});

test("nothing is wrong only where something is required", () => {
  for (const nothing of [null, "", "  ", []]) {
    expect(whatIsWrong(nothing, aField("text"))).toBeNull();
    expect(whatIsWrong(nothing, aField("text", { required: true }))?.code).toBe("required");
  }
});

test("a sub-table's cells are checked by their columns' types", () => {
  const columns: Field["settings"]["columns"] = [{ name: "km", type: "integer" }];
  expect(wrong("table", [{ km: "1.5" }], { columns })).toBe("not_a_whole_number");
  expect(wrong("table", [{ km: 5 }, {}], { columns })).toBeNull();
});

test("a wrong check digit warns and refuses nothing", () => {
  expect(whatLooksWrong("1M8GDM9AXKP042788", aField("vin"))).toBeNull();
  expect(whatLooksWrong("1M8GDM9A1KP042788", aField("vin"))).toBe("vin_check_digit");
  expect(wrong("vin", "1M8GDM9A1KP042788")).toBeNull();
  expect(whatLooksWrong("1M8GDM9A1KP04278", aField("vin"))).toBeNull();
});
