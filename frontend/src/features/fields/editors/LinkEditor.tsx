import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { listRecords } from "@/api/sdk.gen";
import { entitiesQuery } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import { recordTitle } from "@/features/records/recordTitle";
import { inStore } from "@/http/inStore";
import { linkOf } from "../shapes";
import { useFieldTexts } from "../texts";
import { useWords } from "../useWords";
import type { EditorProps } from "../widget";
import styles from "./editors.module.css";

const offered = 20;

/** A record found by its name, among those that the person may see. */
export function LinkEditor({ id, label, field, store, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
  const t = useFieldTexts();
  const words = useWords();
  const [typed, setTyped] = useState("");
  const asked = useDeferredValue(typed.trim());
  const [open, setOpen] = useState(false);
  const entity = useQuery(entitiesQuery(store)).data?.find(({ name }) => name === field.target);
  const found = useQuery({
    queryKey: ["store", store, "records", field.target, "to-link", asked],
    queryFn: ({ signal }) =>
      listRecords({
        signal,
        headers: inStore(store),
        path: { entity: field.target ?? "" },
        query: { q: asked, fields: entity?.title_fields.join(",") ?? "", limit: offered, count: false },
      }),
    enabled: open && entity !== undefined,
    placeholderData: keepPreviousData,
  });
  const link = linkOf(value);
  const rows = (entity && found.data?.rows) ?? [];
  const options = rows.map((row) => ({ value: idOf(row), label: entity ? recordTitle(entity, row, words) : words.unnamed }));
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
      onChange={(chosen) => onChange(chosen ? { id: chosen.value, title: String(chosen.label) } : null)}
      onBlur={onLeave}
    />
  );
}
