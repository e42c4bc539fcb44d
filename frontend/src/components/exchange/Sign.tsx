import type { ReactNode } from "react";
import styles from "./exchange.module.css";

export type Tone = "soft" | "good" | "trouble";

/** A sign and its word. */
export function Sign({ icon, tone, children }: { icon: ReactNode; tone: Tone; children: ReactNode }) {
  return (
    <span className={`${styles.state} ${styles[tone] ?? ""}`}>
      <span aria-hidden>{icon}</span>
      {children}
    </span>
  );
}
