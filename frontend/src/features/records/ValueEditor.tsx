import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Field, Period } from "./api/entities";
import type { Takes } from "@/api/types.gen";
import { labelIn } from "@/i18n/labelIn";
import { OneValue } from "./OneValue";
import styles from "./ruleEditor.module.css";
import { useRecordsTexts } from "./texts";
import { useFilterOptions } from "./useFilterOptions";

type Props = {
  field: Field;
  takes: Takes;
  periods: Period[];
  values: string[];
  onChange: (values: string[]) => void;
};

function SingleEditor({ field, values, onChange }: Props) {
  const t = useRecordsTexts();
  return (
    <OneValue field={field} label={t("filter.value")} value={values[0] ?? ""} onChange={(value) => onChange([value])} />
  );
}

function PairEditor({ field, values, onChange }: Props) {
  const t = useRecordsTexts();
  const [first = "", second = ""] = values;
  return (
    <div className={styles.two}>
      <OneValue field={field} label={t("filter.from")} value={first} onChange={(value) => onChange([value, second])} />
      <OneValue field={field} label={t("filter.to")} value={second} onChange={(value) => onChange([first, value])} />
    </div>
  );
}

function ListEditor({ field, values, onChange }: Props) {
  const t = useRecordsTexts();
  const options = useFilterOptions(field);
  return (
    <Select
      mode={options ? "multiple" : "tags"}
      aria-label={t("filter.value")}
      placeholder={t("filter.value")}
      showSearch={{ optionFilterProp: "label" }}
      value={values}
      options={options ?? []}
      onChange={onChange}
    />
  );
}

function PeriodEditor({ periods, values, onChange }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  return (
    <Select
      aria-label={t("filter.period")}
      placeholder={t("filter.period")}
      value={values[0] ?? null}
      options={periods.map(({ name, label }) => ({ value: name, label: labelIn(label, i18n.language) }))}
      onChange={(name) => onChange(name ? [name] : [])}
    />
  );
}

const editors = {
  nothing: () => null,
  one: SingleEditor,
  pair: PairEditor,
  list: ListEditor,
  period: PeriodEditor,
} satisfies Record<Takes, (props: Props) => React.ReactNode>;

/** The value or values that a condition compares with. */
export function ValueEditor(props: Props) {
  const Editor = editors[props.takes];
  return <Editor {...props} />;
}
