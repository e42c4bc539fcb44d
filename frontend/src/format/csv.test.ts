// @vitest-environment node
import { describe, expect, it } from "vitest";
import { csvOf } from "./csv";

describe("csvOf", () => {
  it("quotes what holds commas, quotation marks or line ends", () => {
    expect(csvOf([['A, "B"', "c\nd"]])).toBe('\ufeff"A, ""B""","c\nd"\r\n');
  });

  it("keeps a store named like a formula from being run", () => {
    expect(csvOf([["=HYPERLINK(1)", "+86", "@x", "-cmd"]])).toBe("\ufeff'=HYPERLINK(1),'+86,'@x,'-cmd\r\n");
  });

  it("leaves numbers numbers, negative ones too", () => {
    expect(csvOf([["-12.50", -3, null, "671525465.00"]])).toBe("\ufeff-12.50,-3,,671525465.00\r\n");
  });
});
