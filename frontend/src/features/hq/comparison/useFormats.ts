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

const large = {
  "zh-CN": [
    [1e8, " \u4ebf"],
    [1e4, " \u4e07"],
  ],
  en: [
    [1e9, "B"],
    [1e6, "M"],
    [1e3, "K"],
  ],
} as const satisfies Record<Language, readonly (readonly [number, string])[]>;

/** Three digits that count, so that 3.71 and 3.05 can be told apart; more only before the point. */
function largeYuan(value: number, language: Language): string {
  for (const [size, unit] of large[language]) {
    if (Math.abs(value) < size) continue;
    const scaled = value / size;
    const digits = Math.abs(scaled) >= 100 ? 0 : Math.abs(scaled) >= 10 ? 1 : 2;
    return `¥${formatCount(scaled.toFixed(digits))}${unit}`;
  }
  return wholeYuan(value);
}

/** How figures are written: `short` where many stand together, `full` to the cent for who looks closer. */
export function useFormats() {
  const language: Language = useTranslation().i18n.language === "en" ? "en" : "zh-CN";

  function shortValue(value: number, measure: Measure): string {
    if (measure === "units") return formatCount(value);
    if (measure === "averagePrice") return wholeYuan(value);
    return largeYuan(value, language);
  }

  return {
    language,
    shortValue,
    fullValue: (value: number, measure: Measure) =>
      measure === "units" ? formatCount(value) : formatMoney(value.toFixed(2)),
    /** For axes, where room is scarce. */
    axisValue: (value: number, measure: Measure) =>
      measure === "revenue" ? formatFigure(value, language) : formatCount(Math.round(value)),
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
