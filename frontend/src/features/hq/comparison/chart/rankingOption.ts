import type { Scheme } from "@/theme/tokens";
import type { ChartOption } from "./Chart";
import { beforeColor, seriesColors } from "./colors";
import { lookOf } from "./look";

export type RankingBar = { name: string; now: number | null; before: number | null };

/** Bars from the top down; the second period, where there is one, as a thin bar under each. */
export function rankingOption(chart: {
  bars: RankingBar[];
  names: { now: string; before: string | null };
  scheme: Scheme;
  /** `short` for the axis, `long` beside a bar, `full` in the tooltip. */
  short: (value: number) => string;
  long: (value: number) => string;
  full: (value: number) => string;
}): ChartOption {
  const { bars, names, scheme, short, long, full } = chart;
  const look = lookOf(scheme);
  const [color = look.palette.primary] = seriesColors[scheme];
  return {
    animation: false,
    textStyle: look.text,
    grid: { left: 8, right: 64, top: 36, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: "roundRect", itemWidth: 16, itemHeight: 8, textStyle: look.text },
    tooltip: {
      ...look.tooltip,
      trigger: "axis",
      axisPointer: { type: "shadow" },
      valueFormatter: (value) => (typeof value === "number" ? full(value) : "–"),
    },
    xAxis: {
      type: "value",
      splitNumber: 3,
      splitLine: look.splitLine,
      axisLabel: { ...look.text, formatter: (value: number) => short(value) },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map((bar) => bar.name),
      axisLine: look.axisLine,
      axisTick: { show: false },
      axisLabel: { ...look.text, color: look.palette.text, width: 132, overflow: "truncate" },
      triggerEvent: true,
    },
    series: [
      {
        type: "bar",
        name: names.now,
        data: bars.map((bar) => bar.now),
        color,
        barWidth: names.before ? 9 : 14,
        barGap: "10%",
        cursor: "pointer",
        label: {
          show: true,
          position: "right",
          ...look.text,
          formatter: ({ value }) => (typeof value === "number" ? long(value) : ""),
        },
      },
      ...(names.before
        ? [
            {
              type: "bar" as const,
              name: names.before,
              data: bars.map((bar) => bar.before),
              color: beforeColor[scheme],
              barWidth: 4,
              cursor: "pointer",
            },
          ]
        : []),
    ],
  };
}
