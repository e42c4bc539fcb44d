// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Figures, Row } from "./figures";
import { arrange, pressed, sortOf } from "./ordering";
import type { Sort } from "./ordering";

function figures(units: number): Figures {
  return { units, revenue: String(units * 100), averagePrice: units ? "100" : null };
}

function row(key: string, units: number, before: number | null = null): Row {
  return {
    key,
    label: key,
    now: figures(units),
    before: before === null ? null : figures(before),
    trend: [],
    narrows: {},
  };
}

const rows = [row("Store 10", 5, 10), row("Store 2", 7, 0), row("Store 1", 0, 4)];
const whole = { units: 12, revenue: "1200", averagePrice: "100" };
const keys = (sort: Sort, pinned: string[] = []) =>
  arrange(rows, { sort, pinned, whole, measure: "units", language: "en" }).map(({ key }) => key);

describe("arrange", () => {
  it("sorts by a figure either way round", () => {
    expect(keys("-units")).toEqual(["Store 2", "Store 10", "Store 1"]);
    expect(keys("units")).toEqual(["Store 1", "Store 10", "Store 2"]);
  });

  it("sorts names with their numbers", () => {
    expect(keys("label")).toEqual(["Store 1", "Store 2", "Store 10"]);
  });

  it("puts rows without the figure last, either way round", () => {
    expect(keys("-change")).toEqual(["Store 10", "Store 1", "Store 2"]);
    expect(keys("change")).toEqual(["Store 1", "Store 10", "Store 2"]);
    expect(keys("averagePrice").at(-1)).toBe("Store 1");
  });

  it("keeps pinned rows on top and forgets pins of rows that are gone", () => {
    expect(keys("-units", ["Store 1", "Store 99"])).toEqual(["Store 1", "Store 2", "Store 10"]);
  });
});

describe("pressed", () => {
  it("begins with the largest figure and the first name, then turns round", () => {
    expect(pressed("units", "label")).toBe("-units");
    expect(pressed("units", "-units")).toBe("units");
    expect(pressed("label", "-units")).toBe("label");
    expect(pressed("label", "label")).toBe("-label");
  });
});

describe("sortOf", () => {
  it("drops what is no sort", () => {
    expect(sortOf("-change")).toBe("-change");
    expect(sortOf("price")).toBeNull();
    expect(sortOf(3)).toBeNull();
  });
});
