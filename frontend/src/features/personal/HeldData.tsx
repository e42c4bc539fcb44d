import { useTranslation } from "react-i18next";
import { Panel } from "@/components/Panel";
import { FieldValue } from "@/features/fields/FieldValue";
import { useWords } from "@/features/fields/useWords";
import type { Entity } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import { recordTitle } from "@/features/records/recordTitle";
import { formatDateTime } from "@/format/date";
import { formatCount } from "@/format/money";
import { labelIn } from "@/i18n/labelIn";
import { useMessageTexts } from "@/features/messages/texts";
import type { PersonalData } from "./api";
import styles from "./personal.module.css";
import { usePersonalTexts } from "./texts";

type Held = PersonalData["held"][number];

/** All that the store holds, kind by kind, with what an erasure would empty and leave. */
export function HeldData({ store, entities, data }: { store: string; entities: Entity[]; data: PersonalData }) {
  const t = usePersonalTexts();
  const { i18n } = useTranslation();
  return (
    <Panel title={t("held")} flush>
      {data.held.map((held) => {
        const entity = entities.find(({ name }) => name === held.entity);
        return entity && <Kind key={held.entity} store={store} entity={entity} held={held} />;
      })}
      {data.comments.length > 0 && (
        <div className={styles.kind}>
          <h3>{t("kind", { kind: t("comments"), count: formatCount(data.comments.length) })}</h3>
          <ul className={styles.list}>
            {data.comments.map((comment) => (
              <li key={comment.id} className={styles.record}>
                {comment.text} <span className={`${styles.soft} cz-small`}>{formatDateTime(comment.at)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {Object.entries(data.beside).map(([name, rows]) => rows.length > 0 && <Beside key={name} name={name} rows={rows} />)}
      {data.deleted.length > 0 && (
        <div className={styles.kind}>
          <h3>{t("kind", { kind: t("bin"), count: formatCount(data.deleted.length) })}</h3>
          <p>
            {data.deleted
              .map(({ entity: kind, title }) => {
                const found = entities.find(({ name }) => name === kind);
                return `${found ? labelIn(found.label, i18n.language) : kind} ${title ?? ""}`.trim();
              })
              .join(t("joinList"))}
          </p>
        </div>
      )}
    </Panel>
  );
}

function Kind({ store, entity, held }: { store: string; entity: Entity; held: Held }) {
  const t = usePersonalTexts();
  const { i18n } = useTranslation();
  const words = useWords();
  const names = (fields: string[]) => {
    const labels = entity.fields.filter(({ name }) => fields.includes(name)).map(({ label }) => labelIn(label, i18n.language));
    return labels.join(t("joinList")) || t("none");
  };
  return (
    <div className={styles.kind}>
      <h3>{t("kind", { kind: labelIn(entity.label_plural, i18n.language), count: formatCount(held.count) })}</h3>
      <div className={styles.fates}>
        <span>{t("fields", { erased: names(held.erased) })}</span>
        <span>{t("kept", { kept: names(held.kept) })}</span>
      </div>
      <div className={styles.records}>
        {held.rows.map((row) => (
          <details key={idOf(row)} className={styles.record} open={held.count === 1}>
            <summary>{recordTitle(entity, row, words)}</summary>
            <dl className={styles.facts}>
              {entity.fields
                .filter(({ name }) => row[name] !== null && row[name] !== undefined && row[name] !== "")
                .map((field) => (
                  <div key={field.name}>
                    <dt>{labelIn(field.label, i18n.language)}</dt>
                    <dd>
                      <FieldValue value={row[field.name]} field={field} store={store} row={row} whole />
                    </dd>
                  </div>
                ))}
            </dl>
          </details>
        ))}
      </div>
      {held.rows.length < held.count && <p className={styles.soft}>{t("firstOnes", { count: held.rows.length })}</p>}
    </div>
  );
}

/** What else is held, as it is handed out: messages with their words, consents with their proof, to whom else data went. */
function Beside({ name, rows }: { name: string; rows: Record<string, unknown>[] }) {
  const t = usePersonalTexts();
  const m = useMessageTexts();
  const said = ({ given }: Record<string, unknown>) => (typeof given === "boolean" ? t(given ? "given" : "withdrawn") : "");
  const titles = { consents: t("consents"), webhooks: t("webhooks") };
  const words = (row: Record<string, unknown>) =>
    name === "webhooks"
      ? t("told", { to: String(row.to), type: String(row.type), fields: String(row.fields) })
      : `${m(`channel.${row.channel as "sms"}`)} · ${m(`purpose.${row.purpose as "service"}`)} ${said(row)} ${String(row.text ?? row.proof ?? "")}`;
  return (
    <div className={styles.kind}>
      <h3>{t("kind", { kind: titles[name as "consents"] ?? t("messages"), count: formatCount(rows.length) })}</h3>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={`${String(row.at)} ${String(row.text ?? row.proof ?? row.to ?? "")}`} className={styles.record}>
            {words(row)} <span className={`${styles.soft} cz-small`}>{formatDateTime(String(row.at))}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
