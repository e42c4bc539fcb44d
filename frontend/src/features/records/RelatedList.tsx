import { useTranslation } from "react-i18next";
import type { RelatedRowsOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import type { Entity } from "./api/entities";
import { idOf } from "./api/list";
import { labelIn } from "@/i18n/labelIn";
import { RecordLine } from "./RecordLine";
import styles from "./recordPage.module.css";
import { useRecordsTexts } from "./texts";

type Props = { store: string; related: RelatedRowsOut; entities: Entity[] };

/** Records that point at the open one; each leads to its own page. */
export function RelatedList({ store, related, entities }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const entity = entities.find((candidate) => candidate.name === related.entity);
  if (!entity) return null;
  const label = labelIn(related.label, i18n.language);
  return (
    <Panel title={label} flush>
      {related.rows.length === 0 && <p className={styles.empty}>{t("related.none", { entity: label.toLowerCase() })}</p>}
      {related.rows.map((row) => (
        <RecordLine key={idOf(row)} store={store} entity={entity} row={row} />
      ))}
    </Panel>
  );
}
