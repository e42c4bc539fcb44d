import type { Period } from "./api/entities";
import { labelIn } from "@/i18n/labelIn";
import type { useRecordsTexts } from "./texts";

export const spans = ["last", "next", "before", "after"] as const;
export type Span = (typeof spans)[number];
export const units = ["days", "months"] as const;
export type Unit = (typeof units)[number];
export type Counted = { span: Span; count: number; unit: Unit };
export const most = 9999;

/** "before_180_days": so many days or months and no period that has a name of its own. */
export function countedOf(name: string): Counted | null {
  const [, span, count, unit] = /^(last|next|before|after)_([1-9]\d{0,3})_(days|months)$/.exec(name) ?? [];
  return span && count ? { span: span as Span, count: Number(count), unit: unit as Unit } : null;
}

export function nameOf({ span, count, unit }: Counted): string {
  return `${span}_${count}_${unit}`;
}

export function periodText(name: string, periods: Period[], language: string, t: ReturnType<typeof useRecordsTexts>): string {
  const known = periods.find((one) => one.name === name);
  if (known) return labelIn(known.label, language);
  const counted = countedOf(name);
  return counted ? t(`filter.span.${counted.span}`, { far: t(`filter.far.${counted.unit}`, { count: counted.count }) }) : name;
}
