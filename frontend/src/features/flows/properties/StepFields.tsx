import { CloseOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { canBeWritten } from "@/features/fields/FieldInput";
import { withAt } from "@/features/rules/definition";
import { labelIn } from "@/i18n/labelIn";
import styles from "../designer/designer.module.css";
import { useDesigner } from "../designer/useDesigner";
import type { StepField } from "../drawn/nodes";
import { fieldLabel } from "../said/telling";
import { useFlowTexts } from "../texts";

const rights = ["hidden", "read", "write", "required"] as const;

/** What whoever is asked may do with fields of the record. */
export function StepFields({ value, onChange }: { value: StepField[]; onChange: (fields: StepField[]) => void }) {
  const t = useFlowTexts();
  const { i18n } = useTranslation();
  const { telling } = useDesigner();
  const { fields } = telling.told.entity;
  const writable = new Set(fields.filter(canBeWritten).map(({ name }) => name));
  const left = fields.filter(({ name }) => !value.some(({ field }) => field === name));
  return (
    <div className={styles.parts}>
      {value.map((one, at) => (
        <div key={one.field} className={styles.fieldRow}>
          <span>{fieldLabel(one.field, telling)}</span>
          <Select
            aria-label={t("right.of", { field: fieldLabel(one.field, telling) })}
            value={one.right}
            options={rights.map((right) => ({ value: right, label: t(`right.${right}`), disabled: right !== "hidden" && right !== "read" && !writable.has(one.field) }))}
            onChange={(right) => onChange(withAt(value, at, { ...one, right }))}
          />
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t("right.out", { field: fieldLabel(one.field, telling) })} onClick={() => onChange(withAt(value, at, null))} />
        </div>
      ))}
      <Select
        aria-label={t("right.add")}
        placeholder={t("right.add")}
        showSearch={{ optionFilterProp: "label" }}
        value={null}
        options={left.map((field) => ({ value: field.name, label: labelIn(field.label, i18n.language) }))}
        onChange={(field: string) => onChange([...value, { field, right: writable.has(field) ? "write" : "read" }])}
      />
    </div>
  );
}
