import { useId } from "react";
import type { ReactNode } from "react";
import styles from "./panel.module.css";

/** A bordered section of a page. `flush` leaves the padding to what is inside. Panels don't nest. */
export function Panel(props: { title?: ReactNode; flush?: boolean; children: ReactNode }) {
  const titleId = useId();
  return (
    <section className={styles.panel} aria-labelledby={props.title ? titleId : undefined}>
      {props.title && (
        <h2 id={titleId} className={styles.title}>
          {props.title}
        </h2>
      )}
      <div className={props.flush ? undefined : styles.body}>{props.children}</div>
    </section>
  );
}
