import { Segmented } from "antd";
import { useMemo } from "react";
import { useScheme } from "@/theme/useScheme";
import { Chart } from "./chart/Chart";
import { rankingOption } from "./chart/rankingOption";
import { trendOption } from "./chart/trendOption";
import type { Comparison } from "./comparisonOf";
import { measures, valueOf } from "./figures";
import type { Figures, Measure } from "./figures";
import { arrange } from "./ordering";
import styles from "./shape.module.css";
import { useCompareTexts } from "./texts";
import { trendLines } from "./trendLines";
import { useFormats } from "./useFormats";
import type { View } from "./view";

const mostBars = 10;

/** The measure as lines over the months, and as a ranking of the rows. `before`: the second period's months. */
export function Shape(props: {
  comparison: Comparison;
  before: Figures[] | null;
  view: View;
  onMeasure: (measure: Measure) => void;
  onOpen: (key: string) => void;
}) {
  const { comparison, view } = props;
  const { measure, by } = view;
  const t = useCompareTexts();
  const scheme = useScheme();
  const { axisValue, fullValue, shortValue, language } = useFormats();
  const name = t(`measure.${measure}`);
  const names = { now: t("trend.now"), before: t(`against.${view.vs}`) };

  const short = (value: number) => axisValue(value, measure);
  const full = (value: number) => fullValue(value, measure);
  const lines = trendLines(comparison, props.before, view, names);
  const fromNought = measure !== "averagePrice";
  const trend = trendOption({ months: comparison.months, lines, fromNought, scheme, short, full });

  const top = useMemo(() => {
    const whole = comparison.whole.now;
    return arrange(comparison.rows, { sort: `-${measure}`, pinned: [], whole, measure, language }).slice(0, mostBars);
  }, [comparison, measure, language]);
  const ranking = rankingOption({
    bars: top.map((row) => ({
      name: row.label || t("rows.blank"),
      now: valueOf(row.now, measure),
      before: valueOf(row.before, measure),
    })),
    names: { now: names.now, before: view.against ? names.before : null },
    scheme,
    short,
    long: (value) => shortValue(value, measure),
    full,
  });
  const total = comparison.rows.length;
  const title = total > mostBars ? t("ranking.top", { shown: top.length, total }) : t("ranking.title");

  return (
    <>
      <div className={styles.bar}>
        <Segmented<Measure>
          aria-label={t("measure.label")}
          value={measure}
          onChange={props.onMeasure}
          options={measures.map((value) => ({ value, label: t(`measure.${value}`) }))}
        />
      </div>
      <div className={styles.shape} data-single={by === "month"}>
        <section aria-labelledby="trend-title">
          <h2 id="trend-title">{`${t("trend.title")} · ${name}`}</h2>
          <Chart option={trend} label={t("trend.label", { measure: name })} height={300} />
          {view.pinned.length === 0 && by !== "month" && <p className={styles.hint}>{t("trend.hint")}</p>}
        </section>
        {by !== "month" && (
          <section aria-labelledby="ranking-title">
            <h2 id="ranking-title">{`${title} · ${name}`}</h2>
            <Chart
              option={ranking}
              label={t("ranking.label", { measure: name })}
              height={Math.max(160, 48 + top.length * (view.against ? 28 : 26))}
              onPick={(index) => {
                const row = top[index];
                if (row) props.onOpen(row.key);
              }}
            />
          </section>
        )}
      </div>
    </>
  );
}
