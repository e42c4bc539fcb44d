import type { ReactNode } from "react";
import styles from "./keyFacts.module.css";

export type Fact = { key?: string; label: string; value: ReactNode };

/** Labels and values side by side; in columns where there is room. */
export function KeyFacts({ facts, columns = false }: { facts: Fact[]; columns?: boolean }) {
  return (
    <dl className={`${styles.facts} ${columns ? styles.columns : ""}`}>
      {facts.map(({ key, label, value }) => (
        <div key={key ?? label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
