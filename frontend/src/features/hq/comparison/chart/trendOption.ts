import type { Scheme } from "@/theme/tokens";
import type { ChartOption } from "./Chart";
import { beforeColor, seriesColors, symbols } from "./colors";
import { lookOf } from "./look";

/** `values`: one a month, null where there is no figure. `before`: a line of the second period. */
export type TrendLine = { name: string; values: (number | null)[]; before?: boolean };

export function trendOption(chart: {
  months: string[];
  lines: TrendLine[];
  /** Averages lie close together: their axis need not begin at nought. */
  fromNought: boolean;
  scheme: Scheme;
  short: (value: number) => string;
  full: (value: number) => string;
}): ChartOption {
  const { months, lines, fromNought, scheme, short, full } = chart;
  const look = lookOf(scheme);
  const colors = seriesColors[scheme];
  return {
    animation: false,
    textStyle: look.text,
    grid: { left: 8, right: 16, top: 36, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, type: "scroll", itemWidth: 24, itemHeight: 8, textStyle: look.text },
    tooltip: {
      ...look.tooltip,
      trigger: "axis",
      valueFormatter: (value) => (typeof value === "number" ? full(value) : "–"),
    },
    xAxis: {
      type: "category",
      data: months,
      boundaryGap: months.length === 1,
      axisLine: look.axisLine,
      axisTick: { show: false },
      axisLabel: look.text,
    },
    yAxis: {
      type: "value",
      scale: !fromNought,
      splitNumber: 4,
      splitLine: look.splitLine,
      axisLabel: { ...look.text, formatter: (value: number) => short(value) },
    },
    series: lines.map((line, index) => {
      const color = line.before ? beforeColor[scheme] : (colors[index % colors.length] ?? look.palette.text);
      return {
        type: "line",
        name: line.name,
        data: line.values,
        color,
        symbol: symbols[index % symbols.length] ?? "circle",
        symbolSize: line.before ? 5 : 7,
        showSymbol: months.length <= 36,
        connectNulls: false,
        lineStyle: { width: line.before ? 1.5 : 2, type: line.before ? "dashed" : "solid" },
        emphasis: { focus: "none" },
      };
    }),
  };
}
