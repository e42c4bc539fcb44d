import styles from "./frame.module.css";

/** How far something has come, 0 to 1; null while that is not known. */
export function Bar({ part, label }: { part: number | null; label: string }) {
  const percent = part === null ? undefined : Math.round(Math.min(part, 1) * 100);
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div className={styles.done} data-known={part !== null} style={{ width: `${percent ?? 30}%` }} />
    </div>
  );
}
