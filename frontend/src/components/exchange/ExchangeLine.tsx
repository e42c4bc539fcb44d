import { Switch } from "antd";
import type { ReactNode } from "react";
import styles from "./exchange.module.css";

type Props = {
  name: string;
  /** How the switch is read out. */
  label: string;
  enabled: boolean;
  busy: boolean;
  onSwitch: (on: boolean) => void;
  buttons: ReactNode;
  children: ReactNode;
};

/** One that the store exchanges with: whether it is on, what is known of it, and what can be done with it. */
export function ExchangeLine({ name, label, enabled, busy, onSwitch, buttons, children }: Props) {
  return (
    <li className={styles.line}>
      <Switch aria-label={label} checked={enabled} loading={busy} onChange={onSwitch} />
      <div className={styles.words}>
        <b>{name}</b>
        {children}
      </div>
      <div className={styles.buttons}>{buttons}</div>
    </li>
  );
}
