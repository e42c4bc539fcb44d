import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Period } from "./api/entities";
import { keyOf, ofKey } from "./filter";
import type { FilterRule } from "./filter";
import { listOf } from "./filterSentence";
import { labelIn } from "@/i18n/labelIn";
import type { Offered } from "./offered";
import styles from "./ruleEditor.module.css";
import { likeliest, valueOf } from "./ruleValue";
import { useRecordsTexts } from "./texts";
import { ValueEditor } from "./ValueEditor";

type Props = { offered: Offered; periods: Period[]; rule: FilterRule | null; onApply: (rule: FilterRule) => void };

/** One condition: field, relation, value. */
export function RuleEditor({ offered, periods, rule, onApply }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const [fieldName, setFieldName] = useState(rule ? keyOf(rule) : offered.fields[0]?.name);
  const [operatorName, setOperatorName] = useState(rule?.operator);
  const [values, setValues] = useState(() => (rule ? listOf(rule.value) : []));
  const field = offered.fields.find((candidate) => candidate.name === fieldName);
  const operator = field?.operators.find(({ name }) => name === operatorName) ?? likeliest(field?.operators ?? []);
  if (!field || !operator) return null;
  const value = valueOf(values, operator.takes);
  // What narrows a count stays with it: it is changed among the groups.
  const kept = rule && keyOf(rule) === field.name ? rule : ofKey(field.name);

  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== undefined) onApply({ ...kept, operator: operator.name, value });
      }}
    >
      <Select
        aria-label={t("filter.field")}
        value={field.name}
        showSearch={{ optionFilterProp: "label" }}
        options={offered.sections.map(({ label, fields }) => ({
          label,
          options: fields.map((one) => ({ value: one.name, label: labelIn(one.label, i18n.language) })),
        }))}
        onChange={(name) => {
          setFieldName(name);
          setOperatorName(undefined);
          setValues([]);
        }}
      />
      <Select
        aria-label={t("filter.operator")}
        value={operator.name}
        options={field.operators.map(({ name, label }) => ({ value: name, label: labelIn(label, i18n.language) }))}
        onChange={(name) => {
          const takes = field.operators.find((candidate) => candidate.name === name)?.takes;
          setOperatorName(name);
          if (takes !== operator.takes) setValues([]);
        }}
      />
      <ValueEditor field={field} takes={operator.takes} periods={periods} values={values} onChange={setValues} />
      <Button type="primary" htmlType="submit" disabled={value === undefined}>
        {t("filter.apply")}
      </Button>
    </form>
  );
}
