import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { AuditEntryOut } from "@/api/types.gen";
import { useNow } from "@/components/useNow";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import type { Entity } from "@/features/records/api/entities";
import { recordPath } from "@/features/records/paths";
import { formatDateTime, formatSince } from "@/format/date";
import { labelIn } from "@/i18n/labelIn";
import styles from "./audit.module.css";
import type { AuditSearch } from "./auditSearch";
import { EntryChanges } from "./EntryChanges";
import { fieldsOf } from "./grouped";
import type { Told } from "./grouped";
import { SettingParts, useSettingName } from "./SettingParts";
import { useAuditTexts } from "./texts";
import { useReasonText } from "./useReasonText";

type Props = {
  store: string;
  entities: Entity[];
  told: Told;
  search: AuditSearch;
  onChange: (search: AuditSearch) => void;
};

/** One thing that somebody did. */
export function EntryCard({ store, entities, told, search, onChange }: Props) {
  const t = useAuditTexts();
  const now = useNow();
  const reasonText = useReasonText();
  const { first } = told;
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const byItself = /^(rule|flow):/.test(first.reason);
  const who = people.find(({ id }) => id === first.actor_id)?.name ?? (byItself ? reasonText(first.reason) : t("somebody"));
  const entity = entities.find(({ name }) => name === first.entity);
  const reason = byItself ? "" : reasonText(first.reason);
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <span>
          <b className={styles.who}>{who}</b> {first.setting?.subject === "viewing" ? "" : t(`did.${first.kind}`)}{" "}
          <What store={store} entity={entity} told={told} entities={entities} people={people} />
        </span>
        <time className="cz-soft" dateTime={first.at} title={formatDateTime(first.at)}>
          {formatSince(first.at, now)}
        </time>
      </div>
      {entity && <Looks entity={entity} told={told} />}
      {entity && <EntryChanges store={store} entity={entity} entry={first} />}
      {first.setting && <SettingParts setting={first.setting} entities={entities} />}
      <div className={styles.foot}>
        {reason && <span>{t("why", { reason })}</span>}
        {first.address && <span>{t("where", { address: first.address })}</span>}
        {first.request_id && search.request !== first.request_id && (
          <Tooltip title={t("sameRequest")}>
            <button
              type="button"
              className={styles.request}
              onClick={() => onChange({ kind: "all", request: first.request_id })}
            >
              {first.request_id}
            </button>
          </Tooltip>
        )}
      </div>
    </li>
  );
}

function What(props: {
  store: string;
  entity: Entity | undefined;
  entities: Entity[];
  told: Told;
  people: { id: string; name: string }[];
}) {
  const { store, entity, told } = props;
  const t = useAuditTexts();
  const { i18n } = useTranslation();
  const settingName = useSettingName(props.entities, props.people);
  const { first } = told;
  if (first.setting) return settingName(first.setting);
  if (!entity) return t("gone");
  const label = labelIn(entity.label, i18n.language);
  if (first.kind === "exported") return first.rows === null ? label : t("manyOf", { count: first.rows, entity: label });
  if (told.all.length > 1) return t("manyOf", { count: told.all.length, entity: label });
  return (
    <>
      {label} <RecordName store={store} entity={entity} entry={first} />
    </>
  );
}

function RecordName({ store, entity, entry }: { store: string; entity: Entity; entry: AuditEntryOut }) {
  const t = useAuditTexts();
  const named = entry.title ?? nameIn(entry, entity) ?? t("unnamed");
  if (!entry.there || !entry.record_id) return <span>{named}</span>;
  return <Link to={recordPath(store, entity.name, entry.record_id)}>{named}</Link>;
}

/** What a record was called that is gone, from what was told of it. */
function nameIn(entry: AuditEntryOut, entity: Entity): string | null {
  for (const name of entity.title_fields) {
    const change = entry.changes.find(({ field }) => field === name);
    const value: unknown = change?.before ?? change?.after;
    if (typeof value === "string" && value) return value;
  }
  return null;
}

function Looks({ entity, told }: { entity: Entity; told: Told }) {
  const t = useAuditTexts();
  const { i18n } = useTranslation();
  const names = fieldsOf(told);
  if (names.length === 0) return null;
  const labels = names.flatMap((name) => {
    const field = entity.fields.find((one) => one.name === name);
    return field ? [labelIn(field.label, i18n.language)] : [];
  });
  const titles = told.all.length > 1 ? told.all.flatMap(({ title }) => (title ? [title] : [])) : [];
  return (
    <div className={styles.change}>
      <span className="cz-soft">{t("fields")}</span>
      <span>
        {labels.join(t("comma"))}
        {titles.length > 0 && <span className={`cz-soft ${styles.titles}`}>{titles.join(t("comma"))}</span>}
      </span>
    </div>
  );
}
