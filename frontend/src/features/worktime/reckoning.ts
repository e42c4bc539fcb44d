import dayjs from "dayjs";
import type { WorkingTimeOut } from "@/api/types.gen";
import { dayAt } from "@/format/date";
import type { Span } from "./hours";

export type Worktime = Pick<WorkingTimeOut, "week" | "days" | "holidays">;

const minute = 60_000;

/** When the store works on a day: its own word first, then the holidays, then the week. */
function spansOf(day: string, { week, days, holidays }: Worktime): Span[] {
  const own = days.find((one) => one.day === day);
  if (own) return own.spans ?? [];
  const usual = week[(dayjs(day).day() + 6) % 7] ?? [];
  const holiday = holidays.find((one) => one.day === day);
  if (!holiday) return usual;
  if (!holiday.open) return [];
  return usual.length > 0 ? usual : (week[0] ?? []);
}

/** Whole minutes of working time from one moment to a later one, as the server reckons them. */
export function workingMinutes(from: Date, to: Date, worktime: Worktime): number {
  let total = 0;
  for (let day = dayAt(from); day <= dayAt(to); day = dayjs(day).add(1, "day").format("YYYY-MM-DD")) {
    const midnight = Date.parse(`${day}T00:00:00+08:00`);
    for (const [begins, ends] of spansOf(day, worktime)) {
      total += Math.max(0, Math.min(midnight + ends * minute, to.getTime()) - Math.max(midnight + begins * minute, from.getTime()));
    }
  }
  return Math.floor(total / minute);
}
