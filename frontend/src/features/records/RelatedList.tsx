import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Panel } from "@/components/Panel";
import type { Entity } from "./api/entities";
import { idOf } from "./api/list";
import { labelIn } from "./labels";
import type { RelatedRowsOut } from "@/api/types.gen";
import { recordTitle } from "./recordTitle";
import styles from "./recordPage.module.css";
import { sectionOf } from "./sections";
import { useRecordsTexts } from "./texts";
import { useWords } from "./useWords";
import { isBlank, valueText } from "./valueText";

const factsShown = 3;

/** Records that point at the open one; each leads to its own page. */
export function RelatedList({ store, related, entities }: { store: string; related: RelatedRowsOut; entities: Entity[] }) {
  const t = useRecordsTexts();
  const words = useWords();
  const { i18n } = useTranslation();
  const entity = entities.find((candidate) => candidate.name === related.entity);
  const section = sectionOf(related.entity);
  if (!entity || !section) return null;
  const label = labelIn(related.label, i18n.language);
  const facts = entity.fields.filter((field) => field.in_list && !entity.title_fields.includes(field.name));
  return (
    <Panel title={label} flush>
      {related.rows.length === 0 && <p className={styles.empty}>{t("related.none", { entity: label })}</p>}
      {related.rows.map((row) => (
        <Link key={idOf(row)} to="/s/$store/$section/$id" params={{ store, section, id: idOf(row) }} className={styles.row}>
          <span className={styles.rowTitle}>{recordTitle(entity, row, words)}</span>
          <span className={styles.rowFacts}>
            {facts
              .filter((field) => !isBlank(row[field.name]))
              .slice(0, factsShown)
              .map((field) => (
                <span key={field.name}>{valueText(row[field.name], field, words)}</span>
              ))}
          </span>
        </Link>
      ))}
    </Panel>
  );
}
