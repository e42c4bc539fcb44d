import dayjs from "dayjs";
import { dayAt, hourAt } from "@/format/date";

export type Moment = "afternoon" | "tomorrow" | "threeDays" | "nextWeek";

const after = (now: Date, days: number) => `${dayjs(dayAt(now)).add(days, "day").format("YYYY-MM-DD")}T09:00:00+08:00`;

/** When people speak again, as instants of the stores' one zone. The afternoon only while it is to come. */
export function nextMoments(now: Date): { key: Moment; at: string }[] {
  const monday = ((8 - dayjs(dayAt(now)).day()) % 7) || 7;
  const found: { key: Moment; at: string }[] = [
    { key: "tomorrow", at: after(now, 1) },
    { key: "threeDays", at: after(now, 3) },
    { key: "nextWeek", at: after(now, monday) },
  ];
  return hourAt(now) < 16 ? [{ key: "afternoon", at: `${dayAt(now)}T17:00:00+08:00` }, ...found] : found;
}

/** What is said most often, with what follows of it: one tap writes it down. */
export const quick = [
  { key: "unanswered", kind: "call", reached: false, next: "tomorrow" },
  { key: "later", kind: "call", reached: true, next: "threeDays" },
  { key: "wechat", kind: "wechat", reached: true, next: "threeDays" },
  { key: "interested", kind: "call", reached: true, next: "tomorrow" },
] as const;
