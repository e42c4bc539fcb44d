import type { WorkingTimeOut } from "@/api/types.gen";

/** From and to, in minutes from midnight. */
export type Span = [number, number];
export type OwnDay = WorkingTimeOut["days"][number];
export const usual: Span = [540, 1080];

export function textOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** `09:30` → 570; null for what is no time. The end of a day is 24:00. */
export function minutesOf(text: string): number | null {
  const found = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (!found) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return Number(found[2]) < 60 && minutes <= 1440 ? minutes : null;
}

/** Whether each part ends after it begins and before the next one does. */
export function isSound(spans: Span[]): boolean {
  const sorted = spans.toSorted(([one], [other]) => one - other);
  return sorted.every(([from, to], at) => from < to && (at === 0 || (sorted[at - 1]?.[1] ?? 0) <= from));
}

/** Where another part of a day begins: an hour after the last, while there is room. */
export function nextSpan(spans: Span[]): Span | null {
  const last = spans.at(-1);
  if (!last) return usual;
  const from = last[1] + 60;
  return from < 1380 ? [from, Math.min(from + 180, 1440)] : null;
}
