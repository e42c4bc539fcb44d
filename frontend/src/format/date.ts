import dayjs from "dayjs";
import relativeTime from "dayjs/plugin/relativeTime";
import timezone from "dayjs/plugin/timezone";
import utc from "dayjs/plugin/utc";

dayjs.extend(relativeTime);
dayjs.extend(utc);
dayjs.extend(timezone);

/** The stores' clock, wherever the browser is. */
const zone = "Asia/Shanghai";

/** `2026-11-21T06:30:00Z` → `2026-11-21 14:30`. */
export function formatDateTime(value: string): string {
  const moment = dayjs(value);
  return moment.isValid() ? moment.tz(zone).format("YYYY-MM-DD HH:mm") : value;
}

/** `2026-11-21` as it is. */
export function formatDate(value: string): string {
  return value.slice(0, 10);
}

/** Under a day: "3 小时前"; older: the date and time. */
export function formatSince(value: string, now: Date): string {
  const moment = dayjs(value);
  const hours = Math.abs(dayjs(now).diff(moment, "hour", true));
  return hours < 24 ? moment.from(dayjs(now)) : formatDateTime(value);
}

/** Today by the stores' clocks. */
export function today(): string {
  return dayAt(new Date());
}

/** The stores' day: `2026-11-21`. */
export function dayAt(now: Date): string {
  return dayjs(now).tz(zone).format("YYYY-MM-DD");
}

/** The last second of a day by the stores' clocks. */
export function endOfDay(day: string): string {
  return dayjs.tz(`${day}T23:59:59`, zone).toISOString();
}

/** The hour on the stores' clocks, 0 to 23. */
export function hourAt(now: Date): number {
  return dayjs(now).tz(zone).hour();
}

/** Whether a text is a day of the calendar as `2026-11-21`. */
export function isRealDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs(text).format("YYYY-MM-DD") === text;
}
