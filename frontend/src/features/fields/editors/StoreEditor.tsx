import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { meQuery } from "@/features/session/api/me";
import { linkOf } from "../shapes";
import { useFieldTexts } from "../texts";
import type { EditorProps } from "../widget";
import styles from "./editors.module.css";

/** A store of the same group, out of those that the person may enter; another one stays until it is changed. */
export function StoreEditor({ id, label, store, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
  const t = useFieldTexts();
  const me = useQuery(meQuery).data;
  const group = me?.groups.find(({ stores }) => stores.some(({ slug }) => slug === store));
  const options = (group?.stores ?? []).map((one) => ({ value: one.id, label: one.name }));
  const chosen = linkOf(value)?.id ?? (typeof value === "string" && value ? value : null);
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
      value={chosen}
      options={known ? options : [...options, { value: chosen, label: t("otherStore") }]}
      onChange={(picked) => onChange(picked ?? null)}
      onBlur={onLeave}
    />
  );
}
