import type { ReactNode } from "react";
import styles from "../designer/designer.module.css";

/** A part of what is said of a step, with its name above. */
export function Member({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <div className={styles.member} role="group" aria-label={title}>
      <h3>{title}</h3>
      {children}
      {note && <span className={styles.soft}>{note}</span>}
    </div>
  );
}
