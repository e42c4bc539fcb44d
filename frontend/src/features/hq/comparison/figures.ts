import type { Figure } from "@/api/types.gen";

export const measures = ["units", "revenue", "averagePrice"] as const;
export type Measure = (typeof measures)[number];

/** Yuan come as text from the server and stay text where they are shown to the cent. */
export type Figures = { units: number; revenue: string; averagePrice: string | null };

/** The server's figure in our words. */
export function figuresOf({ units, revenue, average_price }: Figure): Figures {
  return { units, revenue, averagePrice: average_price };
}

/**
 * One store, region, brand, series or month. `before` is null when no second period is chosen. `trend`: one
 * entry a month of the period. `narrows`: what to ask for, in place of the page's own filters, to get what is
 * behind it: filters by name, or `date_from` and `date_to`.
 */
export type Row = {
  key: string;
  label: string;
  now: Figures;
  before: Figures | null;
  trend: Figures[];
  narrows: Record<string, string>;
};

/** For charts, order and tints; null where there is no such figure (the average of nothing). */
export function valueOf(figures: Figures | null, measure: Measure): number | null {
  if (!figures) return null;
  if (measure === "units") return figures.units;
  const text = figures[measure];
  return text === null ? null : Number(text);
}

/** 0.12 for twelve percent more; null where there is nothing to compare with. */
export function changeOf(row: { now: Figures; before: Figures | null }, measure: Measure): number | null {
  const now = valueOf(row.now, measure);
  const before = valueOf(row.before, measure);
  return now === null || before === null || before === 0 ? null : now / before - 1;
}

/** A row's part of the whole, 0 to 1. Averages have no share: theirs is the share of the revenue. */
export function shareOf(row: Row, whole: Figures, measure: Measure): number | null {
  const counted = measure === "averagePrice" ? "revenue" : measure;
  const part = valueOf(row.now, counted);
  const all = valueOf(whole, counted);
  return part === null || !all ? null : part / all;
}

/** Place of each row, the largest first; equals share a place and the next one is left out. */
export function ranksOf(rows: Row[], measure: Measure): Map<string, number> {
  const values = rows.flatMap((row) => valueOf(row.now, measure) ?? []);
  const ranks = new Map<string, number>();
  for (const row of rows) {
    const value = valueOf(row.now, measure);
    if (value !== null) ranks.set(row.key, 1 + values.filter((other) => other > value).length);
  }
  return ranks;
}

export function median(values: number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[middle - 1];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

export type Heat = -2 | -1 | 0 | 1 | 2;

/** How far a value lies from the median: beyond 5 % it is tinted, beyond 20 % strongly. */
export function heatOf(value: number | null, middle: number | null): Heat {
  if (value === null || !middle) return 0;
  const gap = value / middle - 1;
  const size = Math.abs(gap);
  if (size < 0.05) return 0;
  const strength = size < 0.2 ? 1 : 2;
  return (gap > 0 ? strength : -strength) as Heat;
}
