import type { Progress } from "@/api/types.gen";
import { formatCount } from "@/format/money";
import { useImportsTexts } from "../texts";
import { Bar } from "./Bar";
import styles from "./frame.module.css";
import { useSpan } from "./useSpan";

/** Rows done, rate and time left of the work that is going on. */
export function WorkProgress({ progress, label }: { progress: Progress | null; label: string }) {
  const t = useImportsTexts();
  const span = useSpan();
  const total = progress?.rows_total ?? 0;
  const done = progress?.rows_done ?? 0;
  const known = progress !== null && total > 0;
  const details = [
    progress?.rows_per_second ? t("progress.rate", { rate: formatCount(Math.round(progress.rows_per_second)) }) : null,
    typeof progress?.seconds_left === "number" ? t("progress.left", { span: span(progress.seconds_left) }) : null,
  ].filter((detail) => detail !== null);
  return (
    <div className={styles.stack}>
      <div className={styles.line}>
        <strong>{label}</strong>
        {known && <span>{t("progress.rows", { done: formatCount(done), total: formatCount(total) })}</span>}
      </div>
      <Bar part={known ? done / total : null} label={label} />
      <div className={styles.line} role="status">
        <span className={styles.soft}>{progress?.queued ? t("progress.queued") : details.join(" · ")}</span>
        {known && <span className={styles.soft}>{`${Math.floor((done / total) * 100)}%`}</span>}
      </div>
    </div>
  );
}
