import { expect, test } from "vitest";
import { dayAt, endOfDay, formatDate, formatDateTime, formatSince, hourAt, isRealDay } from "./date";
import { formatFigure } from "./figure";
import { formatCount, formatMoney } from "./money";
import { formatPhone, internationalPhone } from "./phone";
import { formatPlate, plateColor } from "./plate";

test.each([
  ["12800", "¥12,800.00"],
  ["12800.5", "¥12,800.50"],
  ["-99.90", "-¥99.90"],
  ["9007199254740993.01", "¥9,007,199,254,740,993.01"],
  ["n/a", "n/a"],
])("money %s reads %s", (yuan, text) => expect(formatMoney(yuan)).toBe(text));

test("counts are grouped in threes", () => {
  expect(formatCount(23906)).toBe("23,906");
  expect(formatCount("999")).toBe("999");
});

test.each([
  [12_800_000, "1,280 万", "12.8M"],
  [320_000_000, "3.2 亿", "320M"],
  [671_525_465, "6.7 亿", "672M"],
  [8_800, "8,800", "8.8K"],
  [950, "950", "950"],
])("the figure %d reads %s and %s", (figure, chinese, english) => {
  expect(formatFigure(figure, "zh-CN")).toBe(chinese);
  expect(formatFigure(figure, "en")).toBe(english);
});

test.each([
  ["13800138000", "138 0013 8000"],
  ["+8613800138000", "138 0013 8000"],
  ["8264678", "8264678"],
  ["010-62345678", "010-62345678"],
])("the phone %s reads %s", (phone, text) => expect(formatPhone(phone)).toBe(text));

test.each([
  ["138 0013 8000", "+8613800138000"],
  ["+86 13800138000", "+8613800138000"],
  ["+4915112345678", "+4915112345678"],
  ["8264678", null],
  ["23800138000", null],
])("the phone %s leaves as %s", (typed, sent) => expect(internationalPhone(typed)).toBe(sent));

test.each([
  ["沪A12345", "沪A·12345", "blue"],
  ["沪AD12345", "沪A·D12345", "green"],
  ["粤B1234学", "粤B·1234学", "yellow"],
  ["京a·88888", "京A·88888", "blue"],
] as const)("the plate %s reads %s on %s", (plate, text, color) => {
  expect(formatPlate(plate)).toBe(text);
  expect(plateColor(plate)).toBe(color);
});

test("what is no Chinese plate stays as it was written", () => {
  expect(["LSVAA4187E2184847", "比亚迪 秦PLUS", "8ABC-123"].map(formatPlate)).toEqual([
    "LSVAA4187E2184847",
    "比亚迪 秦PLUS",
    "8ABC-123",
  ]);
});

test("a plate has the colour of the kind that is known", () => {
  expect(plateColor("沪A12345", "yellow")).toBe("yellow");
  expect(plateColor("沪AD12345", "special")).toBe("white");
  expect(plateColor("沪AD12345", "unheard of")).toBe("green");
});

test("dates lose their time, moments keep it to the minute", () => {
  expect(formatDate("2026-11-21")).toBe("2026-11-21");
  expect(formatDateTime("2026-11-21T14:30:59+08:00")).toBe("2026-11-21 14:30");
  expect(formatDateTime("soon")).toBe("soon");
});

test("a moment is relative only under a day", () => {
  const now = new Date("2026-11-21T14:30:00+08:00");
  expect(formatSince("2026-11-21T11:30:00+08:00", now)).toBe("3 hours ago");
  expect(formatSince("2026-11-19T14:30:00+08:00", now)).toBe("2026-11-19 14:30");
});

test("moments are told by the stores' clocks, wherever the browser is", () => {
  expect(formatDateTime("2026-11-20T17:05:00Z")).toBe("2026-11-21 01:05");
  expect(formatDateTime("2026-07-01T23:30:00-04:00")).toBe("2026-07-02 11:30");
  expect(dayAt(new Date("2026-12-31T16:00:00Z"))).toBe("2027-01-01");
  expect(hourAt(new Date("2026-12-31T15:59:00Z"))).toBe(23);
});

test("a day is one of the calendar", () => {
  expect(["2024-02-29", "2023-02-29", "2023-2-1", ""].map(isRealDay)).toEqual([true, false, false, false]);
});

test("a day ends when the stores' clocks say so", () => {
  expect(endOfDay("2026-12-31")).toBe("2026-12-31T15:59:59.000Z");
  expect(dayAt(new Date(endOfDay("2026-12-31")))).toBe("2026-12-31");
});
