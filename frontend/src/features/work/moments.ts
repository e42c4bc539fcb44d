import dayjs from "dayjs";
import { dayAt, hourAt } from "@/format/date";

/** What people put off to, as the stores' clocks say it: `2026-11-24T09:00`. The afternoon only while it is to come. */
export function quickMoments(now: Date): { key: "afternoon" | "tomorrow" | "nextWeek"; at: string }[] {
  const today = dayjs(dayAt(now));
  const monday = today.add(((8 - today.day()) % 7) || 7, "day");
  const found = [
    { key: "tomorrow" as const, at: `${today.add(1, "day").format("YYYY-MM-DD")}T09:00` },
    { key: "nextWeek" as const, at: `${monday.format("YYYY-MM-DD")}T09:00` },
  ];
  return hourAt(now) < 16 ? [{ key: "afternoon" as const, at: `${today.format("YYYY-MM-DD")}T17:00` }, ...found] : found;
}

/** The stores' time on the wall as an instant: China has one zone and no summer time. */
export function instantOf(wall: string): string {
  return /(?:Z|[+-]\d\d:?\d\d)$/.test(wall) ? wall : `${wall.length === 16 ? `${wall}:00` : wall}+08:00`;
}
