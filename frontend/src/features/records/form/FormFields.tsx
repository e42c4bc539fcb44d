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

type Props = { store: string; fields: Field[]; record: Row; state: RecordFormState };

/** Controls for what may be written; what may only be read stands as text. */
export function FormFields({ store, fields, record, state }: Props) {
  const { i18n } = useTranslation();
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <div key={field.name} data-field={field.name} data-wide={wide.has(field.type)} className={styles.field}>
          {isOpen(field, record) ? (
            <FieldInput
              field={field}
              store={store}
              value={state.values[field.name]}
              sent={state.sent}
              refused={state.refused[field.name] ?? null}
              onChange={(value) => state.put(field.name, value)}
            />
          ) : (
            <dl className={styles.fixed}>
              <dt>{labelIn(field.label, i18n.language)}</dt>
              <dd>
                <FieldValue value={record[field.name]} field={field} store={store} row={record} whole />
              </dd>
            </dl>
          )}
        </div>
      ))}
    </div>
  );
}
