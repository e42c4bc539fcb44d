import { expect, test } from "vitest";
import { colorOf, contrast, palette, textOn } from "./tagColor";

test("a name has the same colour every time, and names share out the palette", () => {
  expect(colorOf("高意向")).toBe(colorOf(" 高意向 "));
  const names = Array.from({ length: 200 }, (_, number) => `标签${number}`);
  expect(new Set(names.map(colorOf)).size).toBe(palette.length);
});

test("text is readable on every colour there can be", () => {
  const steps = [0, 51, 102, 119, 136, 153, 204, 255].map((part) => part.toString(16).padStart(2, "0"));
  const colors = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)));
  const worst = Math.min(...[...colors, ...palette].map((color) => contrast(color, textOn(color))));
  expect(worst).toBeGreaterThanOrEqual(4.5);
});
