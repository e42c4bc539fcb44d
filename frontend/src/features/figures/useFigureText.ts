import { useTranslation } from "react-i18next";
import { formatFigure } from "@/format/figure";
import { formatCount } from "@/format/money";
import type { Language } from "@/i18n/i18n";
import { useFigureTexts } from "./texts";

export type Unit = "count" | "percent" | "money" | "days";

const places = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));

/** A figure in the reader's words: 25%, 1,280, ¥1,280 万, 12.5 days. */
export function useFigureText() {
  const t = useFigureTexts();
  const { i18n } = useTranslation();
  return (value: number | null, unit: Unit): string => {
    if (value === null) return t("none");
    const writers = {
      count: () => formatCount(places(value)),
      percent: () => `${places(Math.round(value * 1000) / 10)}%`,
      money: () => `¥${formatFigure(Math.round(value), i18n.language as Language)}`,
      days: () => t("days", { value: places(value) }),
    } satisfies Record<Unit, () => string>;
    return writers[unit]();
  };
}
