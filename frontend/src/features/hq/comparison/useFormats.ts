import { useTranslation } from "react-i18next";
import { formatFigure } from "@/format/figure";
import { formatCount, formatMoney } from "@/format/money";
import type { Language } from "@/i18n/i18n";
import { valueOf } from "./figures";
import type { Figures, Measure } from "./figures";

const nothing = "–";

function wholeYuan(value: number): string {
  return `¥${formatCount(Math.round(value))}`;
}

/** How figures are written: `short` where many stand together, `full` to the cent for who looks closer. */
export function useFormats() {
  const language: Language = useTranslation().i18n.language === "en" ? "en" : "zh-CN";

  function shortValue(value: number, measure: Measure): string {
    if (measure === "units") return formatCount(value);
    if (measure === "averagePrice") return wholeYuan(value);
    return Math.abs(value) < 10_000 ? wholeYuan(value) : `¥${formatFigure(value, language)}`;
  }

  return {
    language,
    shortValue,
    fullValue: (value: number, measure: Measure) => (measure === "units" ? formatCount(value) : formatMoney(value.toFixed(2))),
    /** For axes, where room is scarce. */
    axisValue: (value: number, measure: Measure) =>
      measure === "units" ? formatCount(value) : formatFigure(value, language),
    short: (figures: Figures | null, measure: Measure) => {
      const value = valueOf(figures, measure);
      return value === null ? nothing : shortValue(value, measure);
    },
    full: (figures: Figures | null, measure: Measure) => {
      if (!figures) return nothing;
      if (measure === "units") return formatCount(figures.units);
      return figures[measure] === null ? nothing : formatMoney(figures[measure]);
    },
    percent: (ratio: number) => `${formatCount((Math.abs(ratio) * 100).toFixed(1))}%`,
  };
}
