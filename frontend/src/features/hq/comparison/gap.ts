import { valueOf } from "./figures";
import type { Measure, Row } from "./figures";

export type GapPart = { key: string; label: string; difference: number };

/** What a difference between two periods is counted in: averages don't add up, so revenue stands in for them. */
export function gapMeasure(measure: Measure): Exclude<Measure, "averagePrice"> {
  return measure === "averagePrice" ? "revenue" : measure;
}

/** The rows that moved most between the two periods, either way, the largest first. They add up with the rest. */
export function gapParts(rows: Row[], measure: Measure, most: number): GapPart[] {
  const counted = gapMeasure(measure);
  return rows
    .map((row) => ({
      key: row.key,
      label: row.label,
      difference: (valueOf(row.now, counted) ?? 0) - (valueOf(row.before, counted) ?? 0),
    }))
    .filter(({ difference }) => difference !== 0)
    .toSorted((one, other) => Math.abs(other.difference) - Math.abs(one.difference))
    .slice(0, most);
}
