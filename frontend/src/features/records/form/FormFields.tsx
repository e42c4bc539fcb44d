import { useTranslation } from "react-i18next";
import { FieldInput } from "@/features/fields/FieldInput";
import { FieldValue } from "@/features/fields/FieldValue";
import { labelIn } from "@/i18n/labelIn";
import type { Field } from "../api/entities";
import type { Row } from "../api/list";
import styles from "./form.module.css";
import type { RecordFormState } from "./useRecordForm";
import { isOpen } from "./values";

const wide = new Set<Field["type"]>(["long_text", "rich_text", "table", "address", "location"]);

/** `record`: null for a new one, of which what is given once is given now. */
type Props = { store: string; fields: Field[]; record: Row | null; state: RecordFormState };

export function FormFields({ store, fields, record, state }: Props) {
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <div key={field.name} data-field={field.name} data-wide={wide.has(field.type)} className={styles.field}>
          <FormField store={store} field={field} record={record} state={state} />
        </div>
      ))}
    </div>
  );
}

type FieldProps = Omit<Props, "fields"> & { field: Field };

/** A control for what may be written; what may only be read stands as text. */
export function FormField({ store, field, record, state }: FieldProps) {
  const { i18n } = useTranslation();
  if (isOpen(field, record)) {
    return (
      <FieldInput
        field={field}
        store={store}
        value={state.values[field.name]}
        sent={state.sent}
        refused={state.refused[field.name] ?? null}
        onChange={(value) => state.put(field.name, value)}
      />
    );
  }
  return (
    <dl className={styles.fixed}>
      <dt>{labelIn(field.label, i18n.language)}</dt>
      <dd>
        <FieldValue value={record?.[field.name] ?? state.values[field.name]} field={field} store={store} row={record ?? {}} whole />
      </dd>
    </dl>
  );
}
