import type { Became } from "./api";

export const outcomes = ["created", "updated", "unchanged", "skipped", "asked", "alike", "refused"] as const satisfies readonly Became[];

/** Outcomes that there are any of, in their order. */
export function shownOutcomes(counts: Record<string, number>): [Became, number][] {
  return outcomes.flatMap((became): [Became, number][] => {
    const count = counts[became] ?? 0;
    return count > 0 ? [[became, count]] : [];
  });
}

/** How many rows would be written. */
export function toWrite(counts: Record<string, number>): number {
  return (counts.created ?? 0) + (counts.updated ?? 0) + (counts.alike ?? 0);
}
