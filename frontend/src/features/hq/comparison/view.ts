import type { Measure, Row } from "./figures";
import type { Sort } from "./ordering";
import { periodOf, presetPeriod, previousPeriod, samePeriodLastYear } from "./period";
import type { Extent, Period } from "./period";
import { filterNames } from "./search";
import type { Against, CompareSearch, Dimension, Filters } from "./search";

/** The address with every default filled in. */
export type View = {
  by: Dimension;
  period: Period;
  vs: Against;
  against: Period | null;
  filters: Filters;
  measure: Measure;
  sort: Sort;
  pinned: string[];
  at: string | null;
};

function againstOf(vs: Against, period: Period, search: CompareSearch): Period | null {
  switch (vs) {
    case "lastYear":
      return samePeriodLastYear(period);
    case "previous":
      return previousPeriod(period);
    case "custom":
      return periodOf(search.vsFrom, search.vsTo);
    case "none":
      return null;
  }
}

/** Before the first order there is nothing to compare with. */
function coversAll(period: Period, extent: Extent): boolean {
  return period.from <= extent.first && period.to >= extent.last;
}

/** What choosing a period changes: one that takes in all there is gives up the second one. */
export function periodChange(period: Period, extent: Extent): CompareSearch {
  return coversAll(period, extent) ? { ...period, vs: undefined, vsFrom: undefined, vsTo: undefined } : period;
}

export function viewOf(search: CompareSearch, extent: Extent, today: string): View {
  const by = search.by ?? "store";
  const measure = search.measure ?? "units";
  const period = periodOf(search.from, search.to) ?? presetPeriod("last12", extent, today);
  const vs = search.vs ?? (coversAll(period, extent) ? "none" : "lastYear");
  return {
    by,
    period,
    vs,
    against: againstOf(vs, period, search),
    filters: {
      store: search.store ?? [],
      region: search.region ?? [],
      brand: search.brand ?? [],
      series: search.series ?? [],
    },
    measure,
    sort: search.sort ?? (by === "month" ? "label" : `-${measure}`),
    pinned: search.pin ?? [],
    at: search.at ?? null,
  };
}

/** What is behind one row: the page's filters and period, narrowed to it; without a row, behind them all. */
export function narrowed(view: View, row: Pick<Row, "narrows"> | null): { period: Period; filters: Filters } {
  const { date_from: from, date_to: to, ...named } = row?.narrows ?? {};
  const filters = { ...view.filters };
  for (const name of filterNames) if (named[name] !== undefined) filters[name] = [named[name]];
  return { period: from && to ? overlap({ from, to }, view.period) : view.period, filters };
}

/** A period's first and last month may be touched only in part. */
function overlap(month: Period, period: Period): Period {
  return {
    from: month.from < period.from ? period.from : month.from,
    to: month.to > period.to ? period.to : month.to,
  };
}
