import { BarChart, LineChart } from "echarts/charts";
import type { BarSeriesOption, LineSeriesOption } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from "echarts/components";
import { init, use } from "echarts/core";
import type { ComposeOption, EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

use([LineChart, BarChart, GridComponent, TooltipComponent, LegendComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  LineSeriesOption | BarSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

/**
 * A drawing beside a table that says the same: screen readers get its name and go to the table. `onPick` is told
 * the index of the line that was pressed, for charts whose vertical axis is a list.
 */
export function Chart(props: { option: ChartOption; label: string; height: number; onPick?: (index: number) => void }) {
  const { option, label, height } = props;
  const placeRef = useRef<HTMLDivElement>(null);
  const chartRef = useRef<EChartsType | null>(null);
  const pickRef = useRef(props.onPick);

  useEffect(() => {
    pickRef.current = props.onPick;
  });

  useEffect(() => {
    const place = placeRef.current;
    if (!place) return;
    const chart = init(place, null, { renderer: "svg" });
    // Bars are thin: the whole line, name and all, answers to a press.
    chart.getZr().on("click", ({ offsetY }) => {
      if (!pickRef.current || !chart.containPixel("grid", [chart.getWidth() / 2, offsetY])) return;
      const index = chart.convertFromPixel({ yAxisIndex: 0 }, offsetY);
      if (typeof index === "number") pickRef.current(index);
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place);
    chartRef.current = chart;
    return () => {
      watch.disconnect();
      chart.dispose();
      chartRef.current = null;
    };
  }, []);

  useEffect(() => {
    chartRef.current?.setOption(option, { notMerge: true });
  }, [option]);

  return (
    <figure aria-label={label} style={{ margin: 0 }}>
      <div ref={placeRef} aria-hidden style={{ height }} />
    </figure>
  );
}
