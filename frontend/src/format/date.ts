import dayjs from "dayjs";
import relativeTime from "dayjs/plugin/relativeTime";

dayjs.extend(relativeTime);

/** `2026-11-21T14:30:00+08:00` → `2026-11-21 14:30`. */
export function formatDateTime(value: string): string {
  const moment = dayjs(value);
  return moment.isValid() ? moment.format("YYYY-MM-DD HH:mm") : value;
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
