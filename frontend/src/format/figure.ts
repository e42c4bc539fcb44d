import type { Language } from "@/i18n/i18n";
import { formatCount } from "./money";

const steps = {
  "zh-CN": [
    [1e8, " 亿"],
    [1e4, " 万"],
  ],
  en: [
    [1e9, "B"],
    [1e6, "M"],
    [1e3, "K"],
  ],
} as const satisfies Record<Language, readonly (readonly [number, string])[]>;

/** Large figures in short: 1,280 万, 3.2 亿; 12.8M. Below the smallest step the figure stays whole. */
export function formatFigure(value: string | number, language: Language): string {
  const figure = Number(value);
  if (!Number.isFinite(figure)) return String(value);
  for (const [size, unit] of steps[language]) {
    if (Math.abs(figure) < size) continue;
    const scaled = figure / size;
    const digits = Math.abs(scaled) >= 100 ? 0 : 1;
    return `${formatCount(scaled.toFixed(digits).replace(/\.0$/, ""))}${unit}`;
  }
  return formatCount(Number.isInteger(figure) ? figure : figure.toFixed(2));
}
