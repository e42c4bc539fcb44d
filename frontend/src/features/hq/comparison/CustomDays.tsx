import { Button, Input } from "antd";
import { useState } from "react";
import { periodOf } from "./period";
import type { Period } from "./period";
import styles from "./periodPicker.module.css";
import { useCompareTexts } from "./texts";

/** Two days of one's own choice. */
export function CustomDays(props: { title: string; initial: Period; onApply: (period: Period) => void }) {
  const t = useCompareTexts();
  const [from, setFrom] = useState(props.initial.from);
  const [to, setTo] = useState(props.initial.to);
  const chosen = periodOf(from, to);
  return (
    <form
      className={styles.custom}
      aria-label={props.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) props.onApply(chosen);
      }}
    >
      <div className={styles.customTitle}>{props.title}</div>
      <label>
        <span>{t("period.from")}</span>
        <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label>
        <span>{t("period.to")}</span>
        <Input type="date" value={to} min={from} onChange={(event) => setTo(event.target.value)} />
      </label>
      {!chosen && (
        <div role="alert" className={styles.wrong}>
          {t("period.wrong")}
        </div>
      )}
      <Button htmlType="submit" disabled={!chosen} block>
        {t("period.apply")}
      </Button>
    </form>
  );
}
