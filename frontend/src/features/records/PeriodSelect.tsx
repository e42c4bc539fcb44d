import { InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import type { Period } from "./api/entities";
import { countedOf, most, nameOf, spans, units } from "./period";
import type { Counted, Span } from "./period";
import styles from "./ruleEditor.module.css";
import { useRecordsTexts } from "./texts";

type Props = {
  periods: Period[];
  value: string;
  /** What is said while none is chosen, and chosen to have none. */
  none?: string;
  onChange: (name: string) => void;
};

const usual: Counted = { span: "last", count: 30, unit: "days" };

/** A period that has a name, or so many days or months from today. */
export function PeriodSelect({ periods, value, none, onChange }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const counted = periods.some(({ name }) => name === value) ? null : countedOf(value);
  const named = periods.map(({ name, label }) => ({ value: name, label: labelIn(label, i18n.language) }));
  const ofDays = spans.map((span) => ({ value: `#${span}`, label: t(`filter.span.${span}`, { far: t("filter.far.some") }) }));
  return (
    <div className={styles.period}>
      <Select
        aria-label={t("filter.period")}
        placeholder={t("filter.period")}
        value={counted ? `#${counted.span}` : value || (none === undefined ? null : "")}
        popupMatchSelectWidth={false}
        options={[...(none === undefined ? [] : [{ value: "", label: none }]), ...ofDays, ...named]}
        onChange={(name) => onChange(name.startsWith("#") ? nameOf({ ...(counted ?? usual), span: name.slice(1) as Span }) : name)}
      />
      {counted && (
        <>
          <InputNumber<number>
            aria-label={t("filter.spanCount")}
            min={1}
            max={most}
            precision={0}
            value={counted.count}
            onChange={(count) => count && onChange(nameOf({ ...counted, count }))}
          />
          <Select
            aria-label={t("filter.spanUnit")}
            value={counted.unit}
            popupMatchSelectWidth={false}
            options={units.map((unit) => ({ value: unit, label: t(`filter.unit.${unit}`) }))}
            onChange={(unit) => onChange(nameOf({ ...counted, unit }))}
          />
        </>
      )}
    </div>
  );
}
