import type { ReactNode } from "react";
import styles from "./state.module.css";

/** Says what belongs here and offers what to do next. `whole`: it is all that the page says, so its title is the h1. */
export function EmptyState(props: {
  icon?: ReactNode;
  title: string;
  text?: string;
  actions?: ReactNode;
  whole?: boolean;
}) {
  const Title = props.whole ? "h1" : "div";
  return (
    <div className={styles.state}>
      {props.icon && (
        <div className={styles.icon} aria-hidden>
          {props.icon}
        </div>
      )}
      <Title className={styles.title}>{props.title}</Title>
      {props.text && <p className={styles.text}>{props.text}</p>}
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}
