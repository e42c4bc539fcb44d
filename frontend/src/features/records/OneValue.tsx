import { Input, Select } from "antd";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { DayPicker } from "@/components/DayPicker";
import { answeringKind } from "@/features/fields/field";
import { useFieldTexts } from "@/features/fields/texts";
import { meQuery } from "@/features/session/api/me";
import { labelIn } from "@/i18n/labelIn";
import type { Field, FieldType } from "./api/entities";

type Props = { field: Field; label: string; value: string; onChange: (value: string) => void };
type Option = { value: string; label: string };

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

function OneOf({ label, value, options, onChange }: Props & { options: Option[] }) {
  return (
    <Select
      aria-label={label}
      placeholder={label}
      value={value || null}
      options={options}
      onChange={(chosen) => onChange(chosen ?? "")}
    />
  );
}

function OptionInput(props: Props) {
  const { i18n } = useTranslation();
  if (props.field.choices.length === 0) return <TextInput {...props} />;
  const options = props.field.choices.map(({ value, label }) => ({ value, label: labelIn(label, i18n.language) }));
  return <OneOf {...props} options={options} />;
}

function YesOrNo(props: Props) {
  const t = useFieldTexts();
  return <OneOf {...props} options={[{ value: "true", label: t("yes") }, { value: "false", label: t("no") }]} />;
}

function PersonInput(props: Props) {
  const me = useQuery(meQuery).data?.person;
  return <OneOf {...props} options={me ? [{ value: me.id, label: me.name }] : []} />;
}

function StoreInput(props: Props) {
  const groups = useQuery(meQuery).data?.groups ?? [];
  return <OneOf {...props} options={groups.flatMap(({ stores }) => stores).map(({ id, name }) => ({ value: id, label: name }))} />;
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
  boolean: YesOrNo,
  choice: OptionInput,
  tags: OptionInput,
  phone: TextInput,
  plate: TextInput,
  vin: TextInput,
  id_card: TextInput,
  tax_no: TextInput,
  link: TextInput,
  user: PersonInput,
  store: StoreInput,
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
