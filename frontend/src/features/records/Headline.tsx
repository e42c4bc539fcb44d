import type { Entity } from "./api/entities";
import type { Row } from "./api/list";
import { briefFields, listFields } from "./briefFields";
import styles from "./recordPage.module.css";
import { useWords } from "@/features/fields/useWords";
import { valueText } from "@/features/fields/valueText";

/** What tells the record apart, in one line under its name. */
export function Headline({ entity, row }: { entity: Entity; row: Row }) {
  const words = useWords();
  return (
    <span className={styles.headline}>
      {briefFields(entity, listFields(entity), row).map((field) => (
        <span key={field.name}>{valueText(row[field.name], field, words)}</span>
      ))}
    </span>
  );
}
