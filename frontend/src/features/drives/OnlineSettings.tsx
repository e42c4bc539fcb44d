import { Button, Input, InputNumber, Switch } from "antd";
import { useState } from "react";
import type { DrivePageChangeIn, DrivePageOut } from "@/api/types.gen";
import { SuccessNote } from "@/components/SuccessNote";
import styles from "./online.module.css";
import { useDriveTexts } from "./texts";

type Change = Omit<DrivePageChangeIn, "version">;
type Props = { page: DrivePageOut; saving: boolean; saved: boolean; onSave: (values: Change) => void };

const numbers = [
  { name: "days_ahead", label: "online.daysAhead", min: 1, max: 60 },
  { name: "notice_hours", label: "online.noticeHours", min: 0, max: 240 },
  { name: "per_hour", label: "online.perHour", min: 1, max: 1000 },
  { name: "per_day", label: "online.perDay", min: 1, max: 10_000 },
] as const;

export function OnlineSettings({ page, saving, saved, onSave }: Props) {
  const t = useDriveTexts();
  const [draft, setDraft] = useState<Change>({});
  const now = { ...page, ...draft };
  const put = (values: Change) => setDraft({ ...draft, ...values });
  return (
    <form
      className={styles.sheet}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <label className={styles.switch}>
        <Switch aria-label={t("online.on")} checked={page.enabled} loading={saving} onChange={(enabled) => onSave({ ...draft, enabled })} />
        {t(page.enabled ? "online.on" : "online.off")}
      </label>
      <label className={styles.words}>
        {t("online.intro")}
        <Input value={now.intro} maxLength={400} onChange={(event) => put({ intro: event.target.value })} />
      </label>
      <label className={styles.words}>
        {t("online.bring")}
        <Input value={now.bring} maxLength={400} onChange={(event) => put({ bring: event.target.value })} />
      </label>
      <label className={styles.words}>
        {t("online.terms")}
        <Input.TextArea value={now.terms} maxLength={5000} autoSize={{ minRows: 4, maxRows: 12 }} onChange={(event) => put({ terms: event.target.value })} />
      </label>
      <div className={styles.numbers}>
        {numbers.map(({ name, label, min, max }) => (
          <label key={name} className={styles.words}>
            {t(label)}
            <InputNumber min={min} max={max} precision={0} value={now[name]} onChange={(value) => value !== null && put({ [name]: value })} />
          </label>
        ))}
      </div>
      {saved && Object.keys(draft).length === 0 && <SuccessNote text={t("online.saved")} />}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={saving} disabled={Object.keys(draft).length === 0 || now.terms.trim() === ""}>
          {t("online.save")}
        </Button>
      </div>
    </form>
  );
}
