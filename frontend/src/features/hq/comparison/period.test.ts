// @vitest-environment node
import { describe, expect, it } from "vitest";
import { monthsOf, periodOf, presetPeriod, previousPeriod, samePeriodLastYear } from "./period";

const file = { first: "2022-01-02", last: "2023-12-31" };
const today = "2026-11-22";

describe("presetPeriod", () => {
  it("takes the last twelve full months that have orders", () => {
    expect(presetPeriod("last12", file, today)).toEqual({ from: "2023-01-01", to: "2023-12-31" });
  });

  it("leaves the running month out of the last twelve", () => {
    const extent = { first: "2024-11-22", last: today };
    expect(presetPeriod("last12", extent, today)).toEqual({ from: "2025-11-01", to: "2026-10-31" });
  });

  it("counts a month as full when it is over, though its last day had no order", () => {
    const extent = { first: "2022-01-02", last: "2023-12-29" };
    expect(presetPeriod("last12", extent, today)).toEqual({ from: "2023-01-01", to: "2023-12-31" });
  });

  it("is not led astray by an order dated in the future", () => {
    const extent = { first: "2024-11-22", last: "2031-03-04" };
    expect(presetPeriod("last12", extent, today)).toEqual({ from: "2025-11-01", to: "2026-10-31" });
  });

  it("shows what there is when no month is over yet", () => {
    const extent = { first: "2026-11-03", last: "2026-11-20" };
    expect(presetPeriod("last12", extent, today)).toEqual({ from: "2026-11-03", to: "2026-11-20" });
  });

  it("ends a running year today and a past one at its end", () => {
    expect(presetPeriod("thisYear", { ...file, last: "2026-11-20" }, today)).toEqual({ from: "2026-01-01", to: today });
    expect(presetPeriod("thisYear", file, today)).toEqual({ from: "2023-01-01", to: "2023-12-31" });
    expect(presetPeriod("lastYear", file, today)).toEqual({ from: "2022-01-01", to: "2022-12-31" });
  });

  it("cuts quarters at the calendar", () => {
    expect(presetPeriod("thisQuarter", file, today)).toEqual({ from: "2023-10-01", to: "2023-12-31" });
    expect(presetPeriod("lastQuarter", { ...file, last: "2023-02-10" }, today)).toEqual({
      from: "2022-10-01",
      to: "2022-12-31",
    });
  });
});

describe("previousPeriod", () => {
  it("goes back by months when the period is whole months, leap years included", () => {
    expect(previousPeriod({ from: "2025-01-01", to: "2025-12-31" })).toEqual({ from: "2024-01-01", to: "2024-12-31" });
    expect(previousPeriod({ from: "2024-03-01", to: "2024-03-31" })).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  });

  it("goes back by days otherwise", () => {
    expect(previousPeriod({ from: "2023-03-10", to: "2023-03-12" })).toEqual({ from: "2023-03-07", to: "2023-03-09" });
  });
});

describe("samePeriodLastYear", () => {
  it("keeps the end of a month", () => {
    expect(samePeriodLastYear({ from: "2025-02-01", to: "2025-02-28" })).toEqual({
      from: "2024-02-01",
      to: "2024-02-29",
    });
    expect(samePeriodLastYear({ from: "2024-02-01", to: "2024-02-29" })).toEqual({
      from: "2023-02-01",
      to: "2023-02-28",
    });
  });

  it("keeps any other day", () => {
    expect(samePeriodLastYear({ from: "2026-01-01", to: "2026-11-22" })).toEqual({
      from: "2025-01-01",
      to: "2025-11-22",
    });
  });
});

describe("periodOf", () => {
  it("refuses what is no pair of real days in order", () => {
    expect(periodOf("2023-01-01", "2023-02-30")).toBeNull();
    expect(periodOf("2023-02-01", "2023-01-01")).toBeNull();
    expect(periodOf(20230101, "2023-01-01")).toBeNull();
    expect(periodOf("2023-01-01", "2023-01-01")).toEqual({ from: "2023-01-01", to: "2023-01-01" });
  });
});

describe("monthsOf", () => {
  it("names every month touched", () => {
    expect(monthsOf({ from: "2022-12-31", to: "2023-02-01" })).toEqual(["2022-12", "2023-01", "2023-02"]);
  });
});
