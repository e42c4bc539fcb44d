import { Select } from "antd";
import type { Field, Period } from "./api/entities";
import type { Takes } from "@/api/types.gen";
import { OneValue } from "./OneValue";
import { PeriodSelect } from "./PeriodSelect";
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
  return <PeriodSelect periods={periods} value={values[0] ?? ""} onChange={(name) => onChange(name ? [name] : [])} />;
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
