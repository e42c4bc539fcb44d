// @vitest-environment node
import { expect, it } from "vitest";
import { readDay } from "./dates";

it("reads month and day in the order that is chosen", () => {
  expect(readDay("1/2/2022", "mdy")).toBe("2022-01-02");
  expect(readDay("1/2/2022", "dmy")).toBe("2022-02-01");
});

it("is no date where the order does not fit", () => {
  expect(readDay("1/13/2022", "dmy")).toBeNull();
  expect(readDay("1/2/2022", "ymd")).toBeNull();
  expect(readDay("2022-02-30", "ymd")).toBeNull();
  expect(readDay("Ford", "mdy")).toBeNull();
});

it("reads years of two digits, Chinese dates, compact dates and spreadsheet numbers", () => {
  expect(readDay("3/4/22", "mdy")).toBe("2022-03-04");
  expect(readDay("2023\u5e747\u67081\u65e5", "ymd")).toBe("2023-07-01");
  expect(readDay("20230701", "ymd")).toBe("2023-07-01");
  expect(readDay("44563", "serial")).toBe("2022-01-02");
});
