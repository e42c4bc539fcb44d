import { Button, DatePicker } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { periodOf } from "./period";
import type { Period } from "./period";
import styles from "./periodPicker.module.css";
import { useCompareTexts } from "./texts";

function isoDay(day: dayjs.Dayjs | null): string {
  return day ? day.format("YYYY-MM-DD") : "";
}

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
        <DatePicker allowClear={false} value={dayjs(from)} onChange={(day) => setFrom(isoDay(day))} />
      </label>
      <label>
        <span>{t("period.to")}</span>
        <DatePicker allowClear={false} value={dayjs(to)} onChange={(day) => setTo(isoDay(day))} />
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
