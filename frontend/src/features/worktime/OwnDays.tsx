import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, Segmented } from "antd";
import { DayPicker } from "@/components/DayPicker";
import { dayAt } from "@/format/date";
import { Hours } from "./Hours";
import { usual } from "./hours";
import type { OwnDay, Span } from "./hours";
import { useWorktimeTexts } from "./texts";
import styles from "./worktime.module.css";

type Props = { days: OwnDay[]; disabled: boolean; onChange: (days: OwnDay[]) => void };

/** Days that are otherwise than the week and the holidays say. */
export function OwnDays({ days, disabled, onChange }: Props) {
  const t = useWorktimeTexts();
  const change = (at: number, part: Partial<OwnDay>) => onChange(days.map((day, number) => (number === at ? { ...day, ...part } : day)));
  const add = () => {
    const day = new Date();
    const taken = new Set(days.map((one) => one.day));
    do day.setDate(day.getDate() + 1);
    while (taken.has(dayAt(day)));
    onChange([...days, { day: dayAt(day), spans: [], note: "" }]);
  };
  return (
    <div className={styles.own}>
      {days.length === 0 && <p className="cz-soft">{t("ownNone")}</p>}
      {days.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={styles.ownDay}>
          <DayPicker label={t("dayLabel")} value={one.day} onChange={(day) => day && change(at, { day })} />
          <Segmented
            aria-label={one.day}
            disabled={disabled}
            value={one.spans?.length ? "open" : "closed"}
            options={[
              { value: "closed", label: t("kindClosed") },
              { value: "open", label: t("kindOpen") },
            ]}
            onChange={(kind) => change(at, { spans: kind === "open" ? [usual] : [] })}
          />
          <Input className={styles.reason ?? ""} aria-label={t("reason")} placeholder={t("reason")} maxLength={60} disabled={disabled} value={one.note ?? ""} onChange={(event) => change(at, { note: event.target.value })} />
          {!disabled && <Button type="text" icon={<DeleteOutlined />} aria-label={t("removeDay", { day: one.day })} onClick={() => onChange(days.filter((_, number) => number !== at))} />}
          {one.spans && one.spans.length > 0 && (
            <div className={styles.ownHours}>
              <Hours day={one.day} spans={one.spans as Span[]} disabled={disabled} onChange={(spans) => change(at, { spans })} />
            </div>
          )}
        </div>
      ))}
      {!disabled && (
        <div>
          <Button icon={<PlusOutlined />} onClick={add}>
            {t("addDay")}
          </Button>
        </div>
      )}
    </div>
  );
}
