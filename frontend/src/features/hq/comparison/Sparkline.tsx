import styles from "./sparkline.module.css";

const width = 88;
const height = 24;
const inset = 3;

/** A small line of a row's months, beside figures that say the same in the panel behind the row. */
export function Sparkline({ values, label }: { values: (number | null)[]; label: string }) {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known, 0);
  const span = Math.max(...known) - low || 1;
  const step = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0;
  const points = values.flatMap((value, index) =>
    value === null
      ? []
      : [[inset + index * step, height - inset - ((value - low) / span) * (height - 2 * inset)] as const],
  );
  const last = points.at(-1);
  if (!last) return null;
  return (
    <svg className={styles.spark} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{label}</title>
      <polyline points={points.map((point) => point.map((at) => at.toFixed(1)).join(",")).join(" ")} />
      <circle cx={last[0]} cy={last[1]} r={2.5} />
    </svg>
  );
}
