import type { Entity } from "./api/entities";
import type { Row } from "./api/list";
import { briefFields, listFields } from "./briefFields";
import styles from "./recordPage.module.css";
import { useWords } from "@/features/fields/useWords";
import { FieldValue } from "@/features/fields/FieldValue";
import { valueText } from "@/features/fields/valueText";

/** What tells the record apart, in one line under its name. */
export function Headline({ store, entity, row }: { store: string; entity: Entity; row: Row }) {
  const words = useWords();
  return (
    <span className={styles.headline}>
      {briefFields(entity, listFields(entity), row).map((field) => (
        <span key={field.name}>
          {field.settings.met_by ? <FieldValue store={store} field={field} value={row[field.name]} row={row} plain /> : valueText(row[field.name], field, words)}
        </span>
      ))}
    </span>
  );
}
