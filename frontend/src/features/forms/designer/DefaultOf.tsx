import { Input, Segmented } from "antd";
import type { FormDefaultOut } from "@/api/types.gen";
import { FieldInput } from "@/features/fields/FieldInput";
import { outgoing } from "@/features/fields/outgoing";
import type { Field } from "@/features/records/api/entities";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";
import { useDesigner } from "./useDesigner";

type Way = "none" | "value" | "formula";
type Props = { field: Field; value: FormDefaultOut | null; onChange: (value: FormDefaultOut | null) => void };

const chosenAnew = new Set<Field["type"]>(["file", "photo", "signature", "table", "location", "address"]);

/** What a new record begins with: a value, or what a formula makes of the other fields. */
export function DefaultOf({ field, value, onChange }: Props) {
  const t = useFormsTexts();
  const { store } = useDesigner();
  const way: Way = value === null ? "none" : value.formula ? "formula" : "value";
  if (field.sensitivity === "sealed" || field.read_only || chosenAnew.has(field.type)) return null;
  const ways = { none: null, value: { value: null, formula: "" }, formula: { value: null, formula: " " } };
  return (
    <div className={styles.words}>
      <span>{t("prop.default")}</span>
      <Segmented<Way>
        aria-label={t("prop.default")}
        value={way}
        options={(["none", "value", "formula"] as const).map((one) => ({ value: one, label: t(`default.${one}`) }))}
        onChange={(one) => onChange(ways[one])}
      />
      {way === "value" && (
        <FieldInput
          field={{ ...field, required: false, help: null, right: "write" }}
          store={store}
          value={value?.value}
          onChange={(entered) => onChange({ value: outgoing(entered, field), formula: "" })}
        />
      )}
      {way === "formula" && (
        <Input.TextArea
          aria-label={t("default.formulaOf")}
          rows={2}
          value={value?.formula?.trimStart() ?? ""}
          placeholder={t("default.formulaExample")}
          onChange={(event) => onChange({ value: null, formula: event.target.value || " " })}
        />
      )}
    </div>
  );
}
