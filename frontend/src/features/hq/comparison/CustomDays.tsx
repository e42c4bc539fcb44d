import { Button } from "antd";
import { useState } from "react";
import { DayPicker } from "@/components/DayPicker";
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
        <DayPicker allowClear={false} value={from} onChange={setFrom} />
      </label>
      <label>
        <span>{t("period.to")}</span>
        <DayPicker allowClear={false} value={to} onChange={setTo} />
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
