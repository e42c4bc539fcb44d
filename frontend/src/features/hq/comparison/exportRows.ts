import type { Translate } from "@/i18n/defineTexts";
import type { Comparison } from "./comparisonOf";
import { csvOf } from "@/format/csv";
import { changeOf, measures, shareOf } from "./figures";
import type { Row } from "./figures";
import type texts from "./locales/zh-CN.json";
import { rangeText } from "./periodNames";
import type { View } from "./view";

function fraction(ratio: number | null): string | null {
  return ratio === null ? null : ratio.toFixed(4);
}

/** The table as it is shown, in plain numbers: yuan to the cent, shares and changes as fractions. */
export function rowsAsCsv(rows: Row[], comparison: Comparison, view: View, t: Translate<typeof texts>): string {
  const against = view.against && rangeText(view.against, t);
  const names = measures.map((measure) => t(`measure.${measure}`));
  const heading = [
    t(`by.${view.by}`),
    ...names,
    t("rows.share"),
    ...(against ? names.map((column) => t("csv.against", { column, against })) : []),
    ...(against ? names.map((column) => t("csv.changeOf", { column })) : []),
  ];
  const lines = rows.map((row) => [
    row.label,
    row.now.units,
    row.now.revenue,
    row.now.averagePrice,
    fraction(shareOf(row, comparison.whole.now, view.measure)),
    ...(against ? measures.map((measure) => row.before?.[measure] ?? null) : []),
    ...(against ? measures.map((measure) => fraction(changeOf(row, measure))) : []),
  ]);
  return csvOf([heading, ...lines]);
}
