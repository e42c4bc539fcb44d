import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import type { Field } from "../api/entities";
import styles from "./layouts.module.css";

type Common = { label: string; fields: Field[] };

/** One of some fields, with what it is for in front. */
export function FieldSelect({ label, fields, value, none, onChange }: Common & { value: string | undefined; none?: string; onChange: (name: string) => void }) {
  const { i18n } = useTranslation();
  const options = fields.map((field) => ({ value: field.name, label: labelIn(field.label, i18n.language) }));
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <Select
        size="small"
        aria-label={label}
        popupMatchSelectWidth={false}
        value={value ?? ""}
        options={none ? [{ value: "", label: none }, ...options] : options}
        onChange={onChange}
      />
    </label>
  );
}

export function FieldsSelect({ label, fields, value, most, placeholder, onChange }: Common & { value: string[]; most: number; placeholder: string; onChange: (names: string[]) => void }) {
  const { i18n } = useTranslation();
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <Select
        mode="multiple"
        size="small"
        className={styles.several ?? ""}
        aria-label={label}
        placeholder={placeholder}
        popupMatchSelectWidth={false}
        maxCount={most}
        maxTagCount="responsive"
        value={value}
        options={fields.map((field) => ({ value: field.name, label: labelIn(field.label, i18n.language) }))}
        onChange={onChange}
      />
    </label>
  );
}
