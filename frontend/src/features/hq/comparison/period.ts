import dayjs from "dayjs";
import { isRealDay } from "@/format/date";

/** Both days are in it; `2023-01-01`. */
export type Period = { from: string; to: string };
/** First and last day that have orders. */
export type Extent = { first: string; last: string };

export const presets = ["last12", "thisYear", "lastYear", "thisQuarter", "lastQuarter", "all"] as const;
export type Preset = (typeof presets)[number];

const iso = (day: dayjs.Dayjs): string => day.format("YYYY-MM-DD");
const earlier = (one: string, other: string): string => (one < other ? one : other);

/** Null for what is no period: not two real days, or the wrong way round. */
export function periodOf(from: unknown, to: unknown): Period | null {
  if (typeof from !== "string" || typeof to !== "string") return null;
  return isRealDay(from) && isRealDay(to) && from <= to ? { from, to } : null;
}

function quarterStart(day: dayjs.Dayjs): dayjs.Dayjs {
  return day.month(Math.floor(day.month() / 3) * 3).startOf("month");
}

/** From `start`, `months` long, but not beyond today: a running period is compared like for like. */
function running(start: dayjs.Dayjs, months: number, today: string): Period {
  return { from: iso(start), to: earlier(iso(start.add(months - 1, "month").endOf("month")), today) };
}

/** The last twelve months that are over, ending with the last one that has orders. */
function lastFullMonths({ first, last }: Extent, today: string): Period {
  // Orders dated in the future don't count as data that is in.
  const latest = dayjs(earlier(last, today));
  const ending = latest.endOf("month");
  const end = iso(ending) <= today ? ending : latest.startOf("month").subtract(1, "day");
  if (iso(end) < first) return { from: first, to: last };
  return { from: iso(end.subtract(11, "month").startOf("month")), to: iso(end) };
}

/** Presets look at the data: "this year" is the last year that has orders. */
export function presetPeriod(preset: Preset, extent: Extent, today: string): Period {
  const anchor = dayjs(earlier(extent.last, today));
  switch (preset) {
    case "last12":
      return lastFullMonths(extent, today);
    case "thisYear":
      return running(anchor.startOf("year"), 12, today);
    case "lastYear":
      return running(anchor.startOf("year").subtract(1, "year"), 12, today);
    case "thisQuarter":
      return running(quarterStart(anchor), 3, today);
    case "lastQuarter":
      return running(quarterStart(anchor).subtract(3, "month"), 3, today);
    case "all":
      return { from: extent.first, to: extent.last };
  }
}

export function samePeriod(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to;
}

/** Whole months are counted as months, so that a year's forerunner is a year and not 365 days. */
function wholeMonths({ from, to }: Period): number | null {
  const start = dayjs(from);
  const end = dayjs(to);
  if (start.date() !== 1 || iso(end.endOf("month")) !== to) return null;
  return (end.year() - start.year()) * 12 + end.month() - start.month() + 1;
}

/** As long as `period` and right before it. */
export function previousPeriod(period: Period): Period {
  const start = dayjs(period.from);
  const months = wholeMonths(period);
  const before = iso(start.subtract(1, "day"));
  if (months !== null) return { from: iso(start.subtract(months, "month")), to: before };
  return { from: iso(start.subtract(dayjs(period.to).diff(start, "day") + 1, "day")), to: before };
}

/** The same days a year earlier; a month's last day stays its last day. */
export function samePeriodLastYear({ from, to }: Period): Period {
  const end = dayjs(to);
  const before = end.subtract(1, "year");
  const monthEnd = iso(end.endOf("month")) === to;
  return { from: iso(dayjs(from).subtract(1, "year")), to: iso(monthEnd ? before.endOf("month") : before) };
}

/** `["2022-12", "2023-01"]`: every month that the period touches. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  for (let month = dayjs(from).startOf("month"); iso(month) <= to; month = month.add(1, "month")) {
    months.push(month.format("YYYY-MM"));
  }
  return months;
}
