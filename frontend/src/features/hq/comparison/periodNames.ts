import dayjs from "dayjs";
import type { TextKey, Translate } from "@/i18n/defineTexts";
import type texts from "./locales/zh-CN.json";
import { presetPeriod } from "./period";
import type { Extent, Period, Preset } from "./period";

type T = Translate<typeof texts>;

/** "This year" only while it is: older data is named by its year and quarter. */
export function presetName(preset: Preset, extent: Extent, today: string, t: T): string {
  const plain = t(`period.${preset}` satisfies TextKey<typeof texts>);
  if (preset === "all" || preset === "last12") return plain;
  const start = dayjs(presetPeriod(preset, extent, today).from);
  const year = start.year();
  const quarterly = preset === "thisQuarter" || preset === "lastQuarter";
  const months = quarterly ? 3 : 12;
  const current = dayjs(today).diff(start, "month") < months;
  const wanted = preset === "thisYear" || preset === "thisQuarter" ? current : isJustOver(start, months, today);
  if (wanted) return plain;
  return quarterly
    ? t("period.quarter", { year, quarter: Math.floor(start.month() / 3) + 1 })
    : t("period.year", { year });
}

function isJustOver(start: dayjs.Dayjs, months: number, today: string): boolean {
  const age = dayjs(today).diff(start, "month");
  return age >= months && age < 2 * months;
}

export function rangeText({ from, to }: Period, t: T): string {
  return from === to ? from : t("period.range", { from, to });
}
