import { PushpinFilled, PushpinOutlined } from "@ant-design/icons";
import { ChangeMark } from "./ChangeMark";
import type { Comparison } from "./comparisonOf";
import { changeOf, heatOf, measures, shareOf, valueOf } from "./figures";
import type { Measure, Row } from "./figures";
import styles from "./rows.module.css";
import { Sparkline } from "./Sparkline";
import { useCompareTexts } from "./texts";
import { useFormats } from "./useFormats";
import type { View } from "./view";

/** One row; a click anywhere on it opens what is behind it. */
export function RowLine(props: {
  row: Row;
  rank: number | null;
  medians: Record<Measure, number | null>;
  comparison: Comparison;
  view: View;
  onPin: () => void;
  onOpen: () => void;
}) {
  const { row, rank, medians, comparison, view } = props;
  const t = useCompareTexts();
  const formats = useFormats();
  const name = row.label || t("rows.blank");
  const divisible = view.by !== "month";
  const pinned = view.pinned.includes(row.key);
  const share = shareOf(row, comparison.whole.now, view.measure);
  const trend = row.trend.map((month) => valueOf(month, view.measure));
  const trendText = t("rows.trendOf", {
    name,
    measure: t(`measure.${view.measure}`),
    values: trend.map((value) => (value === null ? "–" : formats.shortValue(value, view.measure))).join(" · "),
  });
  return (
    // The name is the button for the keyboard; the row as a whole is a larger target for the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr data-pinned={pinned} data-open={view.at === row.key} onClick={props.onOpen}>
      <th scope="row">
        <div className={styles.name}>
          {divisible && (
            <button
              type="button"
              className={styles.pin}
              aria-pressed={pinned}
              aria-label={t(pinned ? "rows.unpin" : "rows.pin", { name })}
              onClick={(event) => {
                event.stopPropagation();
                props.onPin();
              }}
            >
              {pinned ? <PushpinFilled aria-hidden /> : <PushpinOutlined aria-hidden />}
            </button>
          )}
          <button
            type="button"
            className={styles.open}
            aria-label={t("behind.open", { name })}
            onClick={(event) => {
              event.stopPropagation();
              props.onOpen();
            }}
          >
            {name}
          </button>
        </div>
      </th>
      <td data-column="rank">{rank ?? "–"}</td>
      {measures.map((measure) => {
        const heat = heatOf(valueOf(row.now, measure), medians[measure]);
        return (
          <td
            key={measure}
            data-label={t(`measure.${measure}`)}
            data-heat={heat}
            title={`${formats.full(row.now, measure)} · ${t(`rows.heat.${heat}`)}`}
          >
            {formats.short(row.now, measure)}
          </td>
        );
      })}
      <td data-label={t("rows.share")}>{share === null ? "–" : formats.percent(share)}</td>
      {divisible && (
        <td data-column="trend">
          <Sparkline values={trend} label={trendText} />
        </td>
      )}
      {view.against && (
        <td data-label={t("rows.change")}>
          <ChangeMark change={changeOf(row, view.measure)} />
        </td>
      )}
    </tr>
  );
}
