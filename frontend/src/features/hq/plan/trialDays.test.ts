// @vitest-environment node
import { expect, it } from "vitest";
import { trialDays } from "./trialDays";

const fortnight = { trial_started_on: "2026-11-22", trial_ends_on: "2026-12-06" };

it("counts the days that are over", () => {
  expect(trialDays({ ...fortnight, days_left: 14 })).toEqual({ total: 14, used: 0 });
  expect(trialDays({ ...fortnight, days_left: 3 })).toEqual({ total: 14, used: 11 });
});

it("stops at the end", () => {
  expect(trialDays({ ...fortnight, days_left: 0 })).toEqual({ total: 14, used: 14 });
});
