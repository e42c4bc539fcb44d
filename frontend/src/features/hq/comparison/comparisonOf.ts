import type { Comparison as Answer, MonthCell } from "@/api/types.gen";
import { figuresOf } from "./figures";
import type { Figures, Row } from "./figures";
import { monthsOf } from "./period";
import type { Period } from "./period";

/**
 * `trend` has an entry for every one of `months`. `leftOut`: names of stores that could not be read.
 * `notSelling`: how many repair shops have no row, since they sold no car.
 */
export type Comparison = {
  rows: Row[];
  whole: { now: Figures; before: Figures | null; trend: Figures[] };
  months: string[];
  stores: number;
  leftOut: string[];
  notSelling: number;
  readAt: string;
};

function monthFigures({ units, revenue }: { units: number; revenue: string }): Figures {
  return { units, revenue, averagePrice: units ? (Number(revenue) / units).toFixed(2) : null };
}

/** The server leaves out months without orders. */
function filledIn(trend: MonthCell[], months: string[]): Figures[] {
  const known = new Map(trend.map((entry) => [entry.month, entry]));
  return months.map((month) => monthFigures(known.get(month) ?? { units: 0, revenue: "0" }));
}

/** The server's answer as the page uses it. */
export function comparisonOf(answer: Answer, period: Period): Comparison {
  const { rows, total, stores, left_out, not_selling, read_at } = answer;
  const months = monthsOf(period);
  return {
    rows: rows.map((row) => ({
      key: row.key,
      label: row.label,
      narrows: row.narrows,
      now: figuresOf(row),
      before: row.against && figuresOf(row.against),
      trend: filledIn(row.months, months),
    })),
    whole: {
      now: figuresOf(total),
      before: total.against && figuresOf(total.against),
      trend: filledIn(total.months, months),
    },
    months,
    stores,
    leftOut: left_out,
    notSelling: not_selling,
    readAt: read_at,
  };
}
