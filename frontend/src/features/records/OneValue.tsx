import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DayPicker } from "@/components/DayPicker";
import type { Field, FieldType } from "./api/entities";
import { labelIn } from "./labels";

type Props = { field: Field; label: string; value: string; onChange: (value: string) => void };

function TextInput({ label, value, onChange }: Props) {
  return <Input aria-label={label} placeholder={label} value={value} onChange={(event) => onChange(event.target.value)} />;
}

function AmountInput({ label, value, onChange }: Props) {
  return (
    <Input
      inputMode="decimal"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value.replace(/[^\d.-]/g, ""))}
    />
  );
}

function DayInput({ label, value, onChange }: Props) {
  return <DayPicker label={label} placeholder={label} value={value} onChange={onChange} />;
}

function OptionInput({ field, label, value, onChange }: Props) {
  const { i18n } = useTranslation();
  return (
    <Select
      aria-label={label}
      placeholder={label}
      value={value || null}
      options={field.choices.map((option) => ({ value: option.value, label: labelIn(option.label, i18n.language) }))}
      onChange={(chosen) => onChange(chosen ?? "")}
    />
  );
}

/** Types without an input of their own are typed as text. */
const inputs: Partial<Record<FieldType, (props: Props) => React.ReactNode>> = {
  text: TextInput,
  number: AmountInput,
  money: AmountInput,
  date: DayInput,
  datetime: DayInput,
  choice: OptionInput,
  phone: TextInput,
  plate: TextInput,
  vin: TextInput,
  link: TextInput,
};

/** The input for one value of a field. */
export function OneValue(props: Props) {
  const Kind = inputs[props.field.type] ?? TextInput;
  return <Kind {...props} />;
}
