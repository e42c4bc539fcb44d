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

/** A drawing beside a table that says the same: screen readers get its name and go to the table. */
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
    chart.on("click", ({ dataIndex }) => pickRef.current?.(dataIndex));
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
