import { mostLines } from "./chart/colors";
import type { TrendLine } from "./chart/trendOption";
import type { Comparison } from "./comparisonOf";
import { valueOf } from "./figures";
import type { Figures, Measure } from "./figures";

/** Lines of the pinned rows; without any, the whole in both periods, month beside month. */
export function trendLines(
  comparison: Comparison,
  before: Figures[] | null,
  view: { pinned: string[]; measure: Measure },
  names: { now: string; before: string },
): TrendLine[] {
  const { rows, whole, months } = comparison;
  const values = (trend: Figures[]) => trend.slice(0, months.length).map((month) => valueOf(month, view.measure));
  const pinned = view.pinned.flatMap((key) => rows.find((row) => row.key === key) ?? []).slice(0, mostLines);
  if (pinned.length > 0) return pinned.map((row) => ({ name: row.label, values: values(row.trend) }));
  const now = { name: names.now, values: values(whole.trend) };
  return before ? [now, { name: names.before, values: values(before), before: true }] : [now];
}
