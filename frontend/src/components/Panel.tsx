import { useId } from "react";
import type { ReactNode } from "react";
import styles from "./panel.module.css";

/** A bordered section of a page. `extra` stands at the end of its title. `flush` leaves the padding to what is inside. Panels don't nest. */
export function Panel(props: { title?: ReactNode; extra?: ReactNode; flush?: boolean; children: ReactNode }) {
  const titleId = useId();
  return (
    <section className={styles.panel} aria-labelledby={props.title ? titleId : undefined}>
      {props.title && (
        <div className={styles.title}>
          <h2 id={titleId}>{props.title}</h2>
          {props.extra}
        </div>
      )}
      <div className={props.flush ? undefined : styles.body}>{props.children}</div>
    </section>
  );
}
