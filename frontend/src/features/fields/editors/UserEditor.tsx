import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { storePeopleQuery } from "../api/storePeople";
import { linkOf } from "../shapes";
import { useFieldTexts } from "../texts";
import type { EditorProps } from "../widget";
import styles from "./editors.module.css";

/** One of the store's people; somebody who has left stays until another is chosen. */
export function UserEditor({ id, label, store, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
  const t = useFieldTexts();
  const people = useQuery(storePeopleQuery(store));
  const options = (people.data ?? []).map((person) => ({ value: person.id, label: person.name }));
  const link = linkOf(value);
  const chosen = link?.id ?? (typeof value === "string" && value ? value : null);
  const known = chosen === null || options.some((option) => option.value === chosen);
  return (
    <Select
      id={id}
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      status={invalid ? "error" : ""}
      className={styles.wide ?? ""}
      allowClear
      placeholder={t("choose")}
      showSearch={{ optionFilterProp: "label" }}
      notFoundContent={people.isFetching ? null : t("notFound")}
      loading={people.isFetching}
      value={chosen}
      options={known ? options : [...options, { value: chosen, label: link?.title ?? t("person.other") }]}
      onChange={(picked) => onChange(picked ?? null)}
      onBlur={onLeave}
    />
  );
}
