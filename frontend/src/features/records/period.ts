import type { Period } from "./api/entities";
import { labelIn } from "@/i18n/labelIn";
import type { useRecordsTexts } from "./texts";

export const spans = ["last", "next", "before", "after"] as const;
export type Span = (typeof spans)[number];
export type Counted = { span: Span; days: number };
export const mostDays = 9999;

/** "before_180_days": so many days and no period that has a name of its own. */
export function countedOf(name: string): Counted | null {
  const [, span, days] = /^(last|next|before|after)_([1-9]\d{0,3})_days$/.exec(name) ?? [];
  return span && days ? { span: span as Span, days: Number(days) } : null;
}

export function nameOf({ span, days }: Counted): string {
  return `${span}_${days}_days`;
}

export function periodText(name: string, periods: Period[], language: string, t: ReturnType<typeof useRecordsTexts>): string {
  const known = periods.find((one) => one.name === name);
  if (known) return labelIn(known.label, language);
  const counted = countedOf(name);
  return counted ? t(`filter.span.${counted.span}`, { days: counted.days }) : name;
}
