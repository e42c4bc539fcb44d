import { expect, test } from "vitest";
import { workingMinutes } from "./reckoning";
import type { Worktime } from "./reckoning";

const usual: [number, number][] = [[540, 720], [780, 1080]];
// 2026-11-23 is a Monday; Sundays are off.
const worktime: Worktime = {
  week: [usual, usual, usual, usual, usual, usual, []],
  days: [{ day: "2026-11-25", spans: [], note: "" }],
  holidays: [
    { day: "2026-11-26", name: "new_year", worked: false, open: false },
    { day: "2026-11-29", name: null, worked: true, open: true },
  ],
};
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);

test("only the hours on which the store works count, over breaks and nights", () => {
  expect(workingMinutes(at("23T11:50"), at("23T13:20"), worktime)).toBe(30);
  expect(workingMinutes(at("23T17:45"), at("24T09:15"), worktime)).toBe(30);
  expect(workingMinutes(at("24T17:30"), at("24T17:00"), worktime)).toBe(0);
});

test("days off by the store's own word and by holidays do not, declared working Sundays do", () => {
  expect(workingMinutes(at("24T17:50"), at("27T09:20"), worktime)).toBe(30);
  expect(workingMinutes(at("28T17:50"), at("29T09:20"), worktime)).toBe(30);
  expect(workingMinutes(at("21T17:50"), at("23T09:20"), worktime)).toBe(30);
});
