import type { ReactNode } from "react";
import { Dated } from "./Dated";
import styles from "./pageHeader.module.css";

/** The one h1 of a page, a line under it, and the page's actions. */
export function PageHeader(props: { title: ReactNode; note?: ReactNode; above?: ReactNode; actions?: ReactNode }) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {props.above}
        <h1>{props.title}</h1>
        {props.note && <div className={styles.note}>{typeof props.note === "string" ? <Dated text={props.note} /> : props.note}</div>}
      </div>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </header>
  );
}
