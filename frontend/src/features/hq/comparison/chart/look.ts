import { fontFamily, palettes } from "@/theme/tokens";
import type { Palette, Scheme } from "@/theme/tokens";

/** What all charts have in common. Tooltips are drawn from names that people chose: ECharts escapes them. */
export function lookOf(scheme: Scheme) {
  const palette: Palette = palettes[scheme];
  const text = { color: palette.textSoft, fontFamily, fontSize: 12 };
  return {
    palette,
    text,
    axisLine: { lineStyle: { color: palette.borderStrong } },
    splitLine: { lineStyle: { color: palette.border } },
    tooltip: {
      backgroundColor: palette.surface,
      borderColor: palette.borderStrong,
      textStyle: { color: palette.text, fontFamily, fontSize: 12 },
      confine: true,
      extraCssText: "box-shadow: none; max-width: 320px; white-space: normal",
    },
  };
}
