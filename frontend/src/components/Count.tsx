import type { ReactNode } from "react";
import styles from "./count.module.css";

type CountProps = { count: number; most?: number; title?: string; children?: ReactNode };

/** How many there are, at the corner of `children` or by itself; nothing for none. */
export function Count({ count, most = 99, title, children }: CountProps) {
  const number = count > 0 && (
    <span className={styles.count} title={title} data-corner={children ? "true" : undefined}>
      {count > most ? `${most}+` : count}
    </span>
  );
  if (!children) return number;
  return (
    <span className={styles.holder}>
      {children}
      {number}
    </span>
  );
}

/** A dot at the corner of `children`: there is something new. */
export function Dot({ shown, children }: { shown: boolean; children: ReactNode }) {
  return (
    <span className={styles.holder}>
      {children}
      {shown && <span className={styles.dot} />}
    </span>
  );
}
