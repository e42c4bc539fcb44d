import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { isSound, minutesOf, nextSpan, textOf } from "./hours";
import type { Span } from "./hours";
import { useWorktimeTexts } from "./texts";
import styles from "./worktime.module.css";

type Props = { day: string; spans: Span[]; disabled: boolean; onChange: (spans: Span[]) => void };

/** The parts of one day, from and to. */
export function Hours({ day, spans, disabled, onChange }: Props) {
  const t = useWorktimeTexts();
  const more = nextSpan(spans);
  const put = (at: number, side: 0 | 1, text: string) => {
    const minutes = minutesOf(side === 1 && text === "00:00" ? "24:00" : text);
    if (minutes === null) return;
    onChange(spans.map((span, number): Span => (number === at ? (side === 0 ? [minutes, span[1]] : [span[0], minutes]) : span)));
  };
  return (
    <div className={styles.spans}>
      {spans.length === 0 && <span className="cz-soft">{t("closed")}</span>}
      {spans.map(([from, to], at) => (
        // A part has no name of its own: it is the first, the second …
        // oxlint-disable-next-line react/no-array-index-key
        <span key={at} className={styles.span}>
          <input type="time" className={styles.time} aria-label={t("from", { day, number: at + 1 })} value={textOf(from)} disabled={disabled} onChange={(event) => put(at, 0, event.target.value)} />
          <span aria-hidden>–</span>
          <input type="time" className={styles.time} aria-label={t("to", { day, number: at + 1 })} value={to === 1440 ? "00:00" : textOf(to)} disabled={disabled} onChange={(event) => put(at, 1, event.target.value)} />
          {!disabled && (
            <Button type="text" icon={<DeleteOutlined />} aria-label={t("removeSpan", { day, number: at + 1 })} onClick={() => onChange(spans.filter((_, number) => number !== at))} />
          )}
        </span>
      ))}
      {!disabled && more && spans.length < 4 && (
        <Button type="text" size="small" icon={<PlusOutlined />} aria-label={t("addSpanOf", { day })} onClick={() => onChange([...spans, more])}>
          {t("addSpan")}
        </Button>
      )}
      {!isSound(spans) && (
        <span className={styles.wrong} role="alert">
          {t("wrong", { where: day })}
        </span>
      )}
    </div>
  );
}
