import { expect, test } from "vitest";
import { isSound, minutesOf, nextSpan, textOf } from "./hours";

test("times of the day become minutes and back", () => {
  for (const [text, minutes] of [["00:00", 0], ["09:30", 570], ["24:00", 1440]] as const) {
    expect(minutesOf(text)).toBe(minutes);
    expect(textOf(minutes)).toBe(text);
  }
  expect(minutesOf("24:01")).toBeNull();
  expect(minutesOf("9:75")).toBeNull();
});

test("parts of a day may touch and not overlap, in whatever order they stand", () => {
  expect(isSound([[810, 1080], [540, 810]])).toBe(true);
  expect(isSound([[540, 820], [810, 1080]])).toBe(false);
  expect(isSound([[600, 600]])).toBe(false);
});

test("another part begins an hour after the last, while the day has room", () => {
  expect(nextSpan([])).toEqual([540, 1080]);
  expect(nextSpan([[540, 720]])).toEqual([780, 960]);
  expect(nextSpan([[540, 1400]])).toBeNull();
});
