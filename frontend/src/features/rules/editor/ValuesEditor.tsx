import { CloseOutlined } from "@ant-design/icons";
import { Button, Input, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { canBeWritten, FieldInput } from "@/features/fields/FieldInput";
import { outgoing } from "@/features/fields/outgoing";
import type { Entity, Field } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { withAt } from "../definition";
import type { Given } from "../definition";
import { useRuleTexts } from "../texts";
import styles from "./editor.module.css";

type Props = { store: string; entity: Entity; values: Given[]; onChange: (values: Given[]) => void; without?: string };

const ofOneRecord = new Set<Field["type"]>(["file", "photo", "signature", "table"]);

/** Fields with what is put into them: a value, or a formula over the record that the rule is about. */
export function ValuesEditor({ store, entity, values, onChange, without }: Props) {
  const t = useRuleTexts();
  const { i18n } = useTranslation();
  const fields = entity.fields.filter((field) => canBeWritten(field) && !ofOneRecord.has(field.type) && field.name !== without);
  const left = fields.filter(({ name }) => !values.some(({ field }) => field === name));
  return (
    <div className={styles.values}>
      {values.map((given, at) => (
        <ValueOf
          key={given.field}
          store={store}
          field={fields.find(({ name }) => name === given.field)}
          given={given}
          onChange={(changed) => onChange(withAt(values, at, changed))}
        />
      ))}
      <Select
        className={styles.wide ?? ""}
        aria-label={t("action.field")}
        placeholder={t("action.field")}
        showSearch={{ optionFilterProp: "label" }}
        value={null}
        options={left.map((field) => ({ value: field.name, label: labelIn(field.label, i18n.language) }))}
        onChange={(field: string) => onChange([...values, { field, value: null, formula: "" }])}
      />
    </div>
  );
}

type OneProps = { store: string; field: Field | undefined; given: Given; onChange: (given: Given | null) => void };

function ValueOf({ store, field, given, onChange }: OneProps) {
  const t = useRuleTexts();
  const way = given.formula ? "formula" : "value";
  return (
    <div className={styles.value}>
      <div className={styles.grow}>
        {way === "value" && field && (
          <FieldInput
            field={{ ...field, required: false, help: null, right: "write" }}
            store={store}
            value={given.value}
            onChange={(entered) => onChange({ ...given, value: outgoing(entered, field), formula: "" })}
          />
        )}
        {way === "value" && !field && <span className={styles.soft}>{t("action.lost", { field: given.field })}</span>}
        {way === "formula" && (
          <label className={styles.formula}>
            {field ? <Name field={field} /> : given.field}
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 5 }}
              className="cz-mono"
              value={given.formula.trimStart()}
              placeholder={t("action.formulaExample")}
              onChange={({ target }) => onChange({ ...given, value: null, formula: target.value || " " })}
            />
          </label>
        )}
      </div>
      <div className={styles.ways}>
        <Segmented
          size="small"
          aria-label={t("action.way")}
          value={way}
          options={(["value", "formula"] as const).map((value) => ({ value, label: t(`action.by.${value}`) }))}
          onChange={(next) => onChange({ ...given, value: null, formula: next === "formula" ? " " : "" })}
        />
        <Button type="text" icon={<CloseOutlined />} aria-label={t("action.out", { field: given.field })} onClick={() => onChange(null)} />
      </div>
    </div>
  );
}

function Name({ field }: { field: Field }) {
  const { i18n } = useTranslation();
  return <span>{labelIn(field.label, i18n.language)}</span>;
}
