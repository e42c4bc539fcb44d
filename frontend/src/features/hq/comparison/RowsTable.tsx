import { CaretDownOutlined, CaretUpOutlined } from "@ant-design/icons";
import { ChangeMark } from "./ChangeMark";
import { mostLines } from "./chart/colors";
import { columnLabel } from "./columns";
import type { Comparison } from "./comparisonOf";
import { changeOf, measures, median, ranksOf, valueOf } from "./figures";
import type { Measure, Row } from "./figures";
import { isDescending, pressed, sortKeyOf } from "./ordering";
import type { SortKey } from "./ordering";
import { rangeText } from "./periodNames";
import { RowLine } from "./RowLine";
import styles from "./rows.module.css";
import { Sparkline } from "./Sparkline";
import { useCompareTexts } from "./texts";
import { useFormats } from "./useFormats";
import type { ChangeView } from "./useView";
import type { View } from "./view";

type Props = { rows: Row[]; comparison: Comparison; view: View; change: ChangeView };

export function RowsTable({ rows, comparison, view, change }: Props) {
  const t = useCompareTexts();
  const formats = useFormats();
  const { whole } = comparison;
  // A month has no months of its own.
  const trends = view.by !== "month";
  const ranks = ranksOf(rows, view.measure);
  const medians = Object.fromEntries(
    measures.map((measure) => [measure, median(rows.flatMap((row) => valueOf(row.now, measure) ?? []))]),
  ) as Record<Measure, number | null>;

  function heading(key: SortKey) {
    const active = sortKeyOf(view.sort) === key;
    const descending = isDescending(view.sort);
    const Icon = descending ? CaretDownOutlined : CaretUpOutlined;
    return (
      <th
        key={key}
        scope="col"
        data-column={key}
        aria-sort={active ? (descending ? "descending" : "ascending") : "none"}
      >
        <button type="button" onClick={() => change({ sort: pressed(key, view.sort) })}>
          {t(columnLabel(key, view.by))}
          {active && <Icon aria-hidden />}
        </button>
      </th>
    );
  }

  function togglePin(key: string): void {
    const others = view.pinned.filter((pinned) => pinned !== key);
    const next = others.length < view.pinned.length ? others : [...view.pinned, key];
    change({ pin: next.slice(-mostLines) });
  }

  return (
    <table className={styles.table} data-by={view.by}>
      <caption className="cz-hidden">
        {t("rows.caption", { by: t(`by.${view.by}`), period: rangeText(view.period, t) })}
      </caption>
      <thead>
        <tr>
          {heading("label")}
          <th scope="col" data-column="rank">
            <button type="button" onClick={() => change({ sort: `-${view.measure}` })}>
              {t("rows.rank")}
            </button>
          </th>
          {measures.map(heading)}
          {heading("share")}
          {trends && (
            <th scope="col" data-column="trend">
              {t("rows.trend")}
            </th>
          )}
          {view.against && heading("change")}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <RowLine
            key={row.key}
            row={row}
            rank={ranks.get(row.key) ?? null}
            medians={medians}
            comparison={comparison}
            view={view}
            onPin={() => togglePin(row.key)}
            onOpen={() => change({ at: row.key })}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t("rows.median")}
          </th>
          {measures.map((measure) => (
            <td key={measure} data-label={t(`measure.${measure}`)}>
              {medians[measure] === null ? "–" : formats.shortValue(medians[measure], measure)}
            </td>
          ))}
          <td colSpan={1 + Number(trends) + Number(view.against !== null)} aria-label={t("rows.median")} />
        </tr>
        <tr className={styles.total}>
          <th scope="row" colSpan={2}>
            {t("rows.total")}
          </th>
          {measures.map((measure) => (
            <td key={measure} data-label={t(`measure.${measure}`)} title={formats.full(whole.now, measure)}>
              {formats.short(whole.now, measure)}
            </td>
          ))}
          <td data-label={t("rows.share")}>{formats.percent(1)}</td>
          {trends && (
            <td data-column="trend">
              <Sparkline values={whole.trend.map((month) => valueOf(month, view.measure))} label={t("rows.trend")} />
            </td>
          )}
          {view.against && (
            <td data-label={t("rows.change")}>
              <ChangeMark change={changeOf(whole, view.measure)} />
            </td>
          )}
        </tr>
      </tfoot>
    </table>
  );
}
