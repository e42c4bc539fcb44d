import { Checkbox, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Entity } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { festivals } from "../definition";
import type { Due, Festival, Time } from "../definition";
import { useRuleTexts } from "../texts";
import styles from "./editor.module.css";

/** So many days before or after a date of the record, at a time of day. */
export function DueFields({ entity, value, onChange }: { entity: Entity; value: Due; onChange: (value: Due) => void }) {
  const t = useRuleTexts();
  const { i18n } = useTranslation();
  const dates = entity.fields.filter(({ type }) => type === "date" || type === "datetime");
  const chosen = dates.find(({ name }) => name === value.field);
  return (
    <>
      <div className={styles.row}>
        <Select
          className={styles.narrow ?? ""}
          aria-label={t("clock.field")}
          placeholder={t("clock.field")}
          value={value.field || null}
          options={dates.map((field) => ({ value: field.name, label: labelIn(field.label, i18n.language) }))}
          onChange={(field: string) => onChange({ ...value, field, yearly: false })}
        />
        <Far value={value} most={3650} onChange={(far) => onChange({ ...value, ...far })} />
        <Clock value={value.at} onChange={(at) => onChange({ ...value, at })} />
      </div>
      {chosen?.type === "date" && (
        <Checkbox checked={value.yearly} onChange={({ target }) => onChange({ ...value, yearly: target.checked })}>
          {t("clock.yearly")}
        </Checkbox>
      )}
    </>
  );
}

type FarAway = Pick<Due, "side" | "days">;

/** So many days before or after. */
function Far({ value, most, onChange }: { value: FarAway; most: number; onChange: (value: FarAway) => void }) {
  const t = useRuleTexts();
  const { side, days } = value;
  return (
    <>
      <Select
        aria-label={t("clock.side")}
        value={side}
        options={(["before", "after"] as const).map((one) => ({ value: one, label: t(`clock.${one}`) }))}
        onChange={(one) => onChange({ side: one, days })}
      />
      <InputNumber<number>
        aria-label={t("clock.days")}
        min={0}
        max={most}
        precision={0}
        value={days}
        suffix={t("clock.daysUnit")}
        onChange={(entered) => onChange({ side, days: entered ?? 0 })}
      />
    </>
  );
}

/** So many days before or after festivals and beginnings of seasons, every year. */
export function FestivalFields({ value, onChange }: { value: Festival; onChange: (value: Festival) => void }) {
  const t = useRuleTexts();
  return (
    <div className={styles.row}>
      <Select
        mode="multiple"
        className={styles.narrow ?? ""}
        aria-label={t("clock.festivals")}
        placeholder={t("clock.festivals")}
        showSearch={{ optionFilterProp: "label" }}
        value={value.festivals}
        options={festivals.map((one) => ({ value: one, label: t(`festival.${one}`) }))}
        onChange={(chosen) => onChange({ ...value, festivals: chosen })}
      />
      <Far value={value} most={60} onChange={(far) => onChange({ ...value, ...far })} />
      <Clock value={value.at} onChange={(at) => onChange({ ...value, at })} />
    </div>
  );
}

/** Every day, on days of the week or of the month, at a time of day. */
export function TimeFields({ value, onChange }: { value: Time; onChange: (value: Time) => void }) {
  const t = useRuleTexts();
  const days = Array.from({ length: value.every === "week" ? 7 : 31 }, (_, at) => at + 1);
  return (
    <div className={styles.row}>
      <Select
        aria-label={t("clock.every")}
        value={value.every}
        options={(["day", "week", "month"] as const).map((every) => ({ value: every, label: t(`clock.of.${every}`) }))}
        onChange={(every) => onChange({ ...value, every, on: every === "day" ? [] : [1] })}
      />
      {value.every !== "day" && (
        <Select
          mode="multiple"
          className={styles.narrow ?? ""}
          aria-label={t("clock.on")}
          value={value.on}
          options={days.map((day) => ({ value: day, label: value.every === "week" ? t(`weekday.${day as 1}`) : t("when.dayOfMonth", { day }) }))}
          onChange={(on) => onChange({ ...value, on })}
        />
      )}
      <Clock value={value.at} onChange={(at) => onChange({ ...value, at })} />
    </div>
  );
}

function Clock({ value, onChange }: { value: string; onChange: (at: string) => void }) {
  const t = useRuleTexts();
  return <Input type="time" className={styles.clock ?? ""} aria-label={t("clock.at")} value={value} onChange={({ target }) => target.value && onChange(target.value)} />;
}
