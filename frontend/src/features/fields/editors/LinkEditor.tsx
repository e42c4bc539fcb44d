import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { listRecords } from "@/api/sdk.gen";
import { entitiesQuery } from "@/features/records/api/entities";
import type { Entity } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import { briefFields, listFields } from "@/features/records/briefFields";
import { recordTitle } from "@/features/records/recordTitle";
import { inStore } from "@/http/inStore";
import { linkOf } from "../shapes";
import { useFieldTexts } from "../texts";
import { useWords } from "../useWords";
import { valueText } from "../valueText";
import type { Words } from "../valueText";
import type { EditorProps } from "../widget";
import styles from "./editors.module.css";

const offered = 20;
const facts = 4;

/** How far it is, and what else tells it from others of its name. */
function factsOf(entity: Entity, row: Row, words: Words): string {
  const state = entity.fields.filter(({ name }) => name === entity.state);
  const brief = briefFields(entity, listFields(entity), row).filter(({ name }) => name !== entity.state);
  return [...state, ...brief].map((field) => valueText(row[field.name], field, words)).filter(Boolean).slice(0, facts).join(" · ");
}

function optionOf(told: { label: string; facts: string }) {
  return (
    <>
      {told.label}
      {told.facts && <span className={styles.facts}>{told.facts}</span>}
    </>
  );
}

/** A record found by its name, among those that the person may see. */
export function LinkEditor({ id, label, field, store, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
  const t = useFieldTexts();
  const words = useWords();
  const [typed, setTyped] = useState("");
  const asked = useDeferredValue(typed.trim());
  const [open, setOpen] = useState(false);
  const entity = useQuery(entitiesQuery(store)).data?.find(({ name }) => name === field.target);
  const told = entity ? listFields(entity).map(({ name }) => name) : [];
  const found = useQuery({
    queryKey: ["store", store, "records", field.target, "to-link", asked],
    queryFn: ({ signal }) =>
      listRecords({
        signal,
        headers: inStore(store),
        path: { entity: field.target ?? "" },
        query: { q: asked, fields: [...new Set([...(entity?.title_fields ?? []), ...told])].join(","), limit: offered, count: false },
      }),
    enabled: open && entity !== undefined,
    placeholderData: keepPreviousData,
  });
  const link = linkOf(value);
  const rows = (entity && found.data?.rows) ?? [];
  const options = rows.map((row) => ({
    value: idOf(row),
    label: entity ? recordTitle(entity, row, words) : words.unnamed,
    facts: entity ? factsOf(entity, row, words) : "",
  }));
  return (
    <Select
      id={id}
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      status={invalid ? "error" : ""}
      className={styles.wide ?? ""}
      allowClear
      labelInValue
      placeholder={t("search")}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={found.isFetching ? null : t("notFound")}
      loading={found.isFetching}
      onOpenChange={setOpen}
      value={link ? { value: link.id, label: link.title ?? words.unnamed } : null}
      options={options}
      optionRender={({ data }) => optionOf(data)}
      onChange={(chosen) => onChange(chosen ? { id: chosen.value, title: String(chosen.label) } : null)}
      onBlur={onLeave}
    />
  );
}
