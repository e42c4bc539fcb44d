import { InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import type { Period } from "./api/entities";
import { countedOf, mostDays, nameOf, spans } from "./period";
import type { Span } from "./period";
import styles from "./ruleEditor.module.css";
import { useRecordsTexts } from "./texts";

type Props = {
  periods: Period[];
  value: string;
  /** What is said while none is chosen, and chosen to have none. */
  none?: string;
  onChange: (name: string) => void;
};

const usual = 30;

/** A period that has a name, or so many days from today. */
export function PeriodSelect({ periods, value, none, onChange }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const counted = periods.some(({ name }) => name === value) ? null : countedOf(value);
  const named = periods.map(({ name, label }) => ({ value: name, label: labelIn(label, i18n.language) }));
  const ofDays = spans.map((span) => ({ value: `#${span}`, label: t(`filter.span.${span}`, { days: "N" }) }));
  return (
    <div className={styles.period}>
      <Select
        aria-label={t("filter.period")}
        placeholder={t("filter.period")}
        value={counted ? `#${counted.span}` : value || (none === undefined ? null : "")}
        popupMatchSelectWidth={false}
        options={[...(none === undefined ? [] : [{ value: "", label: none }]), ...ofDays, ...named]}
        onChange={(name) => onChange(name.startsWith("#") ? nameOf({ span: name.slice(1) as Span, days: counted?.days ?? usual }) : name)}
      />
      {counted && (
        <InputNumber<number>
          aria-label={t("filter.spanDays")}
          min={1}
          max={mostDays}
          precision={0}
          value={counted.days}
          suffix={t("filter.days")}
          onChange={(days) => days && onChange(nameOf({ ...counted, days }))}
        />
      )}
    </div>
  );
}
