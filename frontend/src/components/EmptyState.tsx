import type { ReactNode } from "react";
import styles from "./state.module.css";

/** Says what belongs here and offers what to do next. */
export function EmptyState(props: { icon?: ReactNode; title: string; text?: string; actions?: ReactNode }) {
  return (
    <div className={styles.state}>
      {props.icon && (
        <div className={styles.icon} aria-hidden>
          {props.icon}
        </div>
      )}
      <div className={styles.title}>{props.title}</div>
      {props.text && <p className={styles.text}>{props.text}</p>}
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}
