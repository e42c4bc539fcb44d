// @vitest-environment node
import { expect, it } from "vitest";
import { comparisonOf } from "./comparisonOf";
import { trendLines } from "./trendLines";

const none = { units: 0, revenue: "0", average_price: null };
const north = {
  units: 3,
  revenue: "600.00",
  average_price: "200.00",
  key: "north",
  label: "North",
  rank: 1,
  share: 1,
  months: [{ month: "2023-03", units: 3, revenue: "600.00" }],
  against: none,
  change: null,
  narrows: { store: "north" },
};
const comparison = comparisonOf(
  {
    by: "store",
    period: { date_from: "2023-01-01", date_to: "2023-03-31" },
    against: { date_from: "2022-01-01", date_to: "2022-03-31" },
    read_at: "2026-11-22T10:00:00+08:00",
    stores: 1,
    rows: [north],
    total: { ...north, against: none, change: null },
    left_out: ["South"],
    not_selling: 2,
  },
  { from: "2023-01-01", to: "2023-03-31" },
);

it("has an entry for every month, also for those without orders", () => {
  expect(comparison.months).toEqual(["2023-01", "2023-02", "2023-03"]);
  expect(comparison.rows[0]?.trend.map(({ units }) => units)).toEqual([0, 0, 3]);
  expect(comparison.rows[0]?.trend.map(({ averagePrice }) => averagePrice)).toEqual([null, null, "200.00"]);
});

it("keeps a second period in which nothing was sold apart from no second period", () => {
  expect(comparison.rows[0]?.before).toEqual({ units: 0, revenue: "0", averagePrice: null });
  expect(comparison.leftOut).toEqual(["South"]);
});

it("says how many repair shops have no figures", () => {
  expect(comparison.notSelling).toBe(2);
});

it("draws the whole beside the second period, or the pinned rows alone", () => {
  const names = { now: "now", before: "before" };
  const before = comparison.whole.trend.toReversed();
  const whole = trendLines(comparison, before, { pinned: [], measure: "units" }, names);
  expect(whole.map(({ name, values }) => [name, values])).toEqual([
    ["now", [0, 0, 3]],
    ["before", [3, 0, 0]],
  ]);
  const pinned = trendLines(comparison, before, { pinned: ["north", "gone"], measure: "averagePrice" }, names);
  expect(pinned).toEqual([{ name: "North", values: [null, null, 200] }]);
});
