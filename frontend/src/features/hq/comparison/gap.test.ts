// @vitest-environment node
import { expect, it } from "vitest";
import type { Figures, Row } from "./figures";
import { gapParts } from "./gap";

function figures(units: number): Figures {
  return { units, revenue: String(units * 10), averagePrice: units ? "10" : null };
}

function row(key: string, now: number, before: number): Row {
  return { key, label: key, now: figures(now), before: figures(before), trend: [], narrows: {} };
}

const rows = [row("Ford", 12, 10), row("Audi", 3, 9), row("BMW", 5, 5), row("Kia", 4, 0)];

it("names what moved most, up or down, and leaves out what did not move", () => {
  expect(gapParts(rows, "units", 5).map(({ key, difference }) => [key, difference])).toEqual([
    ["Audi", -6],
    ["Kia", 4],
    ["Ford", 2],
  ]);
});

it("explains averages by revenue and stops at the number asked for", () => {
  expect(gapParts(rows, "averagePrice", 1)).toEqual([{ key: "Audi", label: "Audi", difference: -60 }]);
});
