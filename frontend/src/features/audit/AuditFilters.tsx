import { CloseOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DayPicker } from "@/components/DayPicker";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import type { Entity } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import styles from "./audit.module.css";
import { kindGroups, kinds } from "./auditSearch";
import type { AuditSearch } from "./auditSearch";
import { useAuditTexts } from "./texts";

type Props = { store: string; entities: Entity[]; search: AuditSearch; onChange: (search: AuditSearch) => void };

/** A choice that can be taken back, found by typing. */
function choices(options: { value: string; label: string }[]) {
  return { allowClear: true, showSearch: { optionFilterProp: "label" }, popupMatchSelectWidth: false, options };
}

/** Whose doings, of what kind, on what, when. */
export function AuditFilters({ store, entities, search, onChange }: Props) {
  const t = useAuditTexts();
  const { i18n } = useTranslation();
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const entity = entities.find(({ name }) => name === search.entity);
  const put = (part: { [Name in keyof AuditSearch]: string | undefined }) => {
    const next: AuditSearch = { ...search };
    for (const [name, value] of Object.entries(part) as [keyof AuditSearch, string | undefined][]) {
      if (value) next[name] = value;
      else delete next[name];
    }
    onChange(next);
  };
  const shown = Object.keys(kindGroups) as (keyof typeof kindGroups)[];
  return (
    <div className={styles.filters} role="group" aria-label={t("filter.label")}>
      <Select
        aria-label={t("filter.kind")}
        popupMatchSelectWidth={false}
        value={search.kind ?? "changes"}
        options={[
          ...shown.map((name) => ({ value: name as string, label: t(`filter.group.${name}`) })),
          ...kinds.map((name) => ({ value: name as string, label: t(`kind.${name}`) })),
        ]}
        onChange={(kind) => put({ kind: kind === "changes" ? undefined : kind })}
      />
      <Select
        aria-label={t("filter.entity")}
        placeholder={t("filter.entity")}
        value={search.entity ?? null}
        {...choices([
          ...entities.map(({ name, label }) => ({ value: name, label: labelIn(label, i18n.language) })),
          { value: "settings", label: t("settings") },
        ])}
        onChange={(chosen: string | null) => put({ entity: chosen ?? undefined, field: undefined, record: undefined })}
      />
      {entity && (
        <Select
          aria-label={t("filter.field")}
          placeholder={t("filter.field")}
          value={search.field ?? null}
          {...choices(entity.fields.map(({ name, label }) => ({ value: name, label: labelIn(label, i18n.language) })))}
          onChange={(chosen: string | null) => put({ field: chosen ?? undefined })}
        />
      )}
      <Select
        aria-label={t("filter.person")}
        placeholder={t("filter.person")}
        value={search.person ?? null}
        {...choices(people.map(({ id, name }) => ({ value: id, label: name })))}
        onChange={(chosen: string | null) => put({ person: chosen ?? undefined })}
      />
      <DayPicker
        label={t("filter.from")}
        placeholder={t("filter.from")}
        value={search.from ?? ""}
        onChange={(day) => put({ from: day })}
      />
      <DayPicker
        label={t("filter.to")}
        placeholder={t("filter.to")}
        value={search.to ?? ""}
        onChange={(day) => put({ to: day })}
      />
      {search.record && <Chip text={t("filter.record")} onRemove={() => put({ record: undefined })} />}
      {search.request && (
        <Chip text={t("filter.request", { id: search.request })} onRemove={() => put({ request: undefined })} />
      )}
    </div>
  );
}

function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const t = useAuditTexts();
  return (
    <span className={styles.chip}>
      {text}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t("filter.remove", { filter: text })}
        onClick={onRemove}
      />
    </span>
  );
}
