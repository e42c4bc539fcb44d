import { Rate, Select } from "antd";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import { mostStars } from "../checks/numbers";
import type { Field } from "../field";
import { tagsOf } from "../shapes";
import { useFieldTexts } from "../texts";
import type { EditorProps } from "../widget";
import styles from "./editors.module.css";

type Common = Pick<EditorProps, "id" | "label" | "invalid" | "describedBy" | "onLeave">;

function common({ id, label, invalid, describedBy, onLeave }: Common) {
  return {
    id,
    "aria-label": label,
    "aria-invalid": invalid,
    "aria-describedby": describedBy,
    status: invalid ? ("error" as const) : ("" as const),
    className: styles.wide ?? "",
    allowClear: true,
    onBlur: onLeave,
  };
}

/** What may be chosen: a retired option only where it is chosen already. */
function useOptions(field: Field, chosen: readonly unknown[]) {
  const { i18n } = useTranslation();
  return field.choices
    .filter((option) => !option.retired || chosen.includes(option.value))
    .map((option) => ({ value: option.value, label: labelIn(option.label, i18n.language) }));
}

export function ChoiceEditor(props: EditorProps) {
  const t = useFieldTexts();
  const options = useOptions(props.field, [props.value]);
  return (
    <Select
      {...common(props)}
      placeholder={t("choose")}
      showSearch={{ optionFilterProp: "label" }}
      value={typeof props.value === "string" && props.value ? props.value : null}
      options={options}
      onChange={(value) => props.onChange(value ?? null)}
    />
  );
}

export function BooleanEditor(props: EditorProps) {
  const t = useFieldTexts();
  return (
    <Select
      {...common(props)}
      placeholder={t("choose")}
      value={typeof props.value === "boolean" ? props.value : null}
      options={[
        { value: true, label: t("yes") },
        { value: false, label: t("no") },
      ]}
      onChange={(value) => props.onChange(value ?? null)}
    />
  );
}

/** Of the field's options, or free where it has none. */
export function TagsEditor(props: EditorProps) {
  const t = useFieldTexts();
  const tags = tagsOf(props.value) ?? [];
  const options = useOptions(props.field, tags);
  const free = props.field.choices.length === 0;
  return (
    <Select
      {...common(props)}
      mode={free ? "tags" : "multiple"}
      placeholder={t(free ? "tags.type" : "choose")}
      {...(free ? { tokenSeparators: [",", "\uff0c", "\u3001"], open: false } : {})}
      showSearch={{ optionFilterProp: "label" }}
      value={tags}
      options={options}
      onChange={(chosen: string[]) => props.onChange(chosen.length > 0 ? chosen : null)}
    />
  );
}

export function RatingEditor({ id, label, value, field, onChange, onLeave }: EditorProps) {
  const stars = Number(value ?? 0);
  return (
    <span role="group" aria-label={label}>
      <Rate
        id={id}
        count={mostStars(field)}
        value={stars}
        onChange={(chosen) => onChange(chosen || null)}
        onBlur={onLeave}
      />
    </span>
  );
}
