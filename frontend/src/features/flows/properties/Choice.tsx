import { Select } from "antd";
import styles from "../designer/designer.module.css";

type Props<One extends string> = { name: string; value: One; options: readonly One[]; label: (one: One) => string; onChange: (one: One) => void };

/** One of a few, with its name above. */
export function Choice<One extends string>({ name, value, options, label, onChange }: Props<One>) {
  return (
    <div className={styles.member}>
      <h3 aria-hidden>{name}</h3>
      <Select<One> aria-label={name} value={value} options={options.map((one) => ({ value: one, label: label(one) }))} onChange={onChange} />
    </div>
  );
}

type SomeProps = { name: string; empty: string; value: string[]; options: { value: string; label: string }[]; onChange: (some: string[]) => void };

/** Several of many; those that are gone are shown as they are kept. */
export function Some({ name, empty, value, options, onChange }: SomeProps) {
  return (
    <Select
      mode="multiple"
      aria-label={name}
      placeholder={empty}
      value={value}
      options={options}
      showSearch={{ optionFilterProp: "label" }}
      onChange={onChange}
    />
  );
}
