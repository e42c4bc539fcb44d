import { Link } from "@tanstack/react-router";
import type { Entity } from "./api/entities";
import { idOf } from "./api/list";
import type { Row } from "./api/list";
import { briefFields, listFields } from "./briefFields";
import { recordPath } from "./paths";
import styles from "./recordLine.module.css";
import { recordTitle } from "./recordTitle";
import { useWords } from "@/features/fields/useWords";
import { valueText } from "@/features/fields/valueText";

/** A record in one line: its name and its first facts; the whole line leads to its page. */
export function RecordLine(props: { store: string; entity: Entity; row: Row }) {
  const { store, entity, row } = props;
  const words = useWords();
  return (
    <Link to={recordPath(store, entity.name, idOf(row))} className={styles.line}>
      <span className={styles.title}>{recordTitle(entity, row, words)}</span>
      <span className={styles.facts}>
        {briefFields(entity, listFields(entity), row).map((field) => (
          <span key={field.name}>{valueText(row[field.name], field, words)}</span>
        ))}
      </span>
    </Link>
  );
}
