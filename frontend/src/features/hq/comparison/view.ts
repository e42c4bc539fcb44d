import type { Measure } from "./figures";
import type { Sort } from "./ordering";
import { periodOf, presetPeriod, previousPeriod, samePeriodLastYear } from "./period";
import type { Extent, Period } from "./period";
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

export function viewOf(search: CompareSearch, extent: Extent, today: string): View {
  const by = search.by ?? "store";
  const measure = search.measure ?? "units";
  const vs = search.vs ?? "lastYear";
  const period = periodOf(search.from, search.to) ?? presetPeriod("last12", extent, today);
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

/** The filters of the rows behind one row: those of the page, narrowed to it. */
export function narrowed(view: View, key: string): { period: Period; filters: Filters } {
  if (view.by === "month") return { period: monthWithin(key, view.period), filters: view.filters };
  return { period: view.period, filters: { ...view.filters, [view.by]: [key] } };
}

/** `2023-02` as days, cut to the period: the first and last month may be touched only in part. */
function monthWithin(month: string, period: Period): Period {
  const [year, number] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year ?? 0, number ?? 1, 0)).getUTCDate();
  const from = `${month}-01`;
  const to = `${month}-${String(last).padStart(2, "0")}`;
  return { from: from < period.from ? period.from : from, to: to > period.to ? period.to : to };
}
