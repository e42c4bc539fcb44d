import { Select } from "antd";
import { linkOf } from "../shapes";
import { useFieldTexts } from "../texts";
import type { EditorProps } from "../widget";
import styles from "./editors.module.css";

interface Props extends EditorProps {
  options: { value: string; label: string }[];
  /** What a value is called that is none of the options; it stays until another is chosen. */
  other: string;
  fetching?: boolean;
}

/** One id out of those that may be named. */
export function IdSelect({ id, label, value, invalid, describedBy, onChange, onLeave, ...rest }: Props) {
  const { options, other, fetching = false } = rest;
  const t = useFieldTexts();
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
      notFoundContent={fetching ? null : t("notFound")}
      loading={fetching}
      value={chosen}
      options={known ? options : [...options, { value: chosen, label: link?.title ?? other }]}
      onChange={(picked) => onChange(picked ?? null)}
      onBlur={onLeave}
    />
  );
}
