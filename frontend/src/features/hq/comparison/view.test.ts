// @vitest-environment node
import { describe, expect, it } from "vitest";
import { compareSearchOf } from "./search";
import { narrowed, periodChange, viewOf } from "./view";

const extent = { first: "2022-01-02", last: "2023-12-31" };
const today = "2026-11-22";

describe("compareSearchOf", () => {
  it("drops what it can't understand", () => {
    expect(compareSearchOf({ by: "planet", vs: "none", sort: "price", measure: 7, from: 2023 })).toEqual({
      vs: "none",
    });
  });

  it("takes one filter for a list and numbers for texts, each once", () => {
    expect(compareSearchOf({ store: "a", region: ["x", "x"], series: [3, null], pin: [] })).toEqual({
      store: ["a"],
      region: ["x"],
      series: ["3"],
    });
  });
});

describe("viewOf", () => {
  it("shows the last full twelve months beside the year before", () => {
    const view = viewOf({}, extent, today);
    expect(view.period).toEqual({ from: "2023-01-01", to: "2023-12-31" });
    expect(view.against).toEqual({ from: "2022-01-01", to: "2022-12-31" });
    expect(view.sort).toBe("-units");
  });

  it("compares all that there is with nothing, unless asked to", () => {
    const all = { from: extent.first, to: extent.last };
    expect([viewOf(all, extent, today).vs, viewOf(all, extent, today).against]).toEqual(["none", null]);
    expect(viewOf({ ...all, vs: "previous" }, extent, today).against).not.toBeNull();
  });

  it("sorts by the measure that is looked at, months by time", () => {
    expect(viewOf({ measure: "revenue" }, extent, today).sort).toBe("-revenue");
    expect(viewOf({ by: "month" }, extent, today).sort).toBe("label");
  });

  it("compares with nothing when a custom second period is not complete", () => {
    expect(viewOf({ vs: "custom", vsFrom: "2022-01-01" }, extent, today).against).toBeNull();
  });
});

describe("periodChange", () => {
  it("gives the second period up where the first takes in all, and keeps it elsewhere", () => {
    const before = { vs: "custom", vsFrom: "2022-01-01", vsTo: "2022-01-31" } as const;
    const all = { ...before, ...periodChange({ from: extent.first, to: extent.last }, extent) };
    expect(viewOf(all, extent, today).vs).toBe("none");
    expect({ ...before, ...periodChange({ from: "2023-01-01", to: "2023-12-31" }, extent) }.vs).toBe("custom");
  });
});

describe("narrowed", () => {
  const view = viewOf({ region: ["Austin"], brand: ["BMW"], from: "2023-01-15", to: "2023-02-28" }, extent, today);

  it("puts the row in the place of the page's own filter and keeps the others", () => {
    const behind = narrowed(view, { narrows: { brand: "Ford", series: "" } });
    expect(behind.filters).toEqual({ store: [], region: ["Austin"], brand: ["Ford"], series: [""] });
    expect(behind.period).toEqual(view.period);
  });

  it("cuts a month to the period", () => {
    const { period, filters } = narrowed(view, { narrows: { date_from: "2023-01-01", date_to: "2023-01-31" } });
    expect(period).toEqual({ from: "2023-01-15", to: "2023-01-31" });
    expect(filters).toEqual(view.filters);
  });

  it("is the page itself without a row", () => {
    expect(narrowed(view, null)).toEqual({ period: view.period, filters: view.filters });
  });
});
