import styles from "./skeleton.module.css";
import { useCommonTexts } from "./texts";

const widths = ["92%", "78%", "85%", "64%", "88%", "71%"];

/** Grey bars in the place of rows that are on their way. */
export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  const t = useCommonTexts();
  return (
    <div className={styles.rows} role="status" aria-label={t("loading")}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.bar} style={{ width: widths[row % widths.length] }} />
      ))}
    </div>
  );
}
