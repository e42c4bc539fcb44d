import { Input, Select } from "antd";
import { DayPicker } from "@/components/DayPicker";
import { answeringKind } from "@/features/fields/field";
import type { Field, FieldType } from "./api/entities";
import { useFilterOptions } from "./useFilterOptions";

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

function ClockInput({ label, value, onChange }: Props) {
  return <Input type="time" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)} />;
}

function OptionInput(props: Props) {
  const { label, value, onChange } = props;
  const options = useFilterOptions(props.field);
  if (!options) return <TextInput {...props} />;
  return (
    <Select
      aria-label={label}
      placeholder={label}
      showSearch={{ optionFilterProp: "label" }}
      value={value || null}
      options={options}
      onChange={(chosen) => onChange(chosen ?? "")}
    />
  );
}

/** What is only asked to be there or not is never compared with a value. */
function NoInput() {
  return null;
}

const inputs = {
  text: TextInput,
  long_text: TextInput,
  rich_text: TextInput,
  email: TextInput,
  url: TextInput,
  barcode: TextInput,
  color: TextInput,
  number: AmountInput,
  integer: AmountInput,
  percent: AmountInput,
  money: AmountInput,
  rating: AmountInput,
  date: DayInput,
  datetime: DayInput,
  time: ClockInput,
  boolean: OptionInput,
  choice: OptionInput,
  tags: OptionInput,
  phone: TextInput,
  plate: TextInput,
  vin: TextInput,
  id_card: TextInput,
  tax_no: TextInput,
  link: TextInput,
  user: OptionInput,
  store: OptionInput,
  address: TextInput,
  auto_number: TextInput,
  file: NoInput,
  photo: NoInput,
  signature: NoInput,
  location: NoInput,
  table: NoInput,
  formula: TextInput,
  rollup: TextInput,
} satisfies Record<FieldType, (props: Props) => React.ReactNode>;

/** The input for one value of a field. */
export function OneValue(props: Props) {
  const Kind = inputs[answeringKind(props.field)];
  return <Kind {...props} />;
}
