// @vitest-environment node
import { describe, expect, it } from "vitest";
import { changeOf, heatOf, median, ranksOf, shareOf } from "./figures";
import type { Figures, Row } from "./figures";

const figures = (units: number, revenue: string, averagePrice: string | null): Figures => ({
  units,
  revenue,
  averagePrice,
});
const none = figures(0, "0", null);

function row(key: string, now: Figures, before: Figures | null = null): Row {
  return { key, label: key, now, before, trend: [], narrows: {} };
}

const north = row("north", figures(30, "900000.00", "30000.00"), figures(20, "800000.00", "40000.00"));
const south = row("south", figures(10, "100000.00", "10000.00"), none);
const whole = figures(40, "1000000.00", "25000.00");

describe("changeOf", () => {
  it("compares each figure with the second period", () => {
    expect(changeOf(north, "units")).toBeCloseTo(0.5);
    expect(changeOf(north, "averagePrice")).toBeCloseTo(-0.25);
  });

  it("has no answer where there was nothing before", () => {
    expect(changeOf(south, "units")).toBeNull();
    expect(changeOf(south, "averagePrice")).toBeNull();
    expect(changeOf(row("east", whole), "units")).toBeNull();
  });
});

describe("shareOf", () => {
  it("is the part of the whole, and of the revenue for an average", () => {
    expect(shareOf(north, whole, "units")).toBeCloseTo(0.75);
    expect(shareOf(north, whole, "averagePrice")).toBeCloseTo(0.9);
  });

  it("has no answer when the whole is nothing", () => {
    expect(shareOf(south, none, "units")).toBeNull();
  });
});

describe("ranksOf", () => {
  it("gives equals one place and leaves the next out", () => {
    const rows = [row("a", figures(5, "1", "1")), row("b", figures(9, "1", "1")), row("c", figures(5, "1", "1"))];
    rows.push(row("d", figures(1, "1", "1")));
    expect([...ranksOf(rows, "units")]).toEqual([
      ["a", 2],
      ["b", 1],
      ["c", 2],
      ["d", 4],
    ]);
  });

  it("gives no place to the average of nothing", () => {
    expect(ranksOf([row("a", none)], "averagePrice").has("a")).toBe(false);
  });
});

describe("median and heat", () => {
  it("takes the middle, or the mean of the two middle ones", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
    expect(median([])).toBeNull();
  });

  it("tints what lies beyond 5 % and beyond 20 % of the median", () => {
    expect([104, 106, 121, 94, 70].map((value) => heatOf(value, 100))).toEqual([0, 1, 2, -1, -2]);
    expect(heatOf(null, 100)).toBe(0);
    expect(heatOf(5, 0)).toBe(0);
  });
});
