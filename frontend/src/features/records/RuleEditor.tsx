import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Field, Operator, Period } from "./api/entities";
import type { Takes } from "@/api/types.gen";
import type { FilterRule, FilterValue } from "./filter";
import { listOf } from "./filterSentence";
import { labelIn } from "@/i18n/labelIn";
import styles from "./ruleEditor.module.css";
import { useRecordsTexts } from "./texts";
import { ValueEditor } from "./ValueEditor";

type Props = { fields: Field[]; periods: Period[]; rule: FilterRule | null; onApply: (rule: FilterRule) => void };

/** The relation that people want most often for a field comes first in the editor. */
const favourites = ["contains", "during", ">=", "in"];

function likeliest(operators: Operator[]): Operator | undefined {
  return favourites.flatMap((name) => operators.find((operator) => operator.name === name) ?? [])[0] ?? operators[0];
}

/** The value as the filter wants it, or undefined while something is missing. */
function valueOf(values: string[], takes: Takes): FilterValue | undefined {
  const filled = values.map((value) => value.trim()).filter(Boolean);
  const shaped = {
    nothing: () => null,
    one: () => filled[0],
    pair: () => (filled.length === 2 ? filled : undefined),
    list: () => (filled.length > 0 ? filled : undefined),
    period: () => filled[0],
  } satisfies Record<Takes, () => FilterValue | undefined>;
  return shaped[takes]();
}

/** One condition: field, relation, value. */
export function RuleEditor({ fields, periods, rule, onApply }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const offered = fields.filter((field) => field.filterable && field.operators.length > 0);
  const [fieldName, setFieldName] = useState(rule?.field ?? offered[0]?.name);
  const [operatorName, setOperatorName] = useState(rule?.operator);
  const [values, setValues] = useState(() => (rule ? listOf(rule.value) : []));
  const field = offered.find((candidate) => candidate.name === fieldName);
  const operator = field?.operators.find(({ name }) => name === operatorName) ?? likeliest(field?.operators ?? []);
  if (!field || !operator) return null;
  const value = valueOf(values, operator.takes);

  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== undefined) onApply({ field: field.name, operator: operator.name, value });
      }}
    >
      <Select
        aria-label={t("filter.field")}
        value={field.name}
        showSearch={{ optionFilterProp: "label" }}
        options={offered.map(({ name, label }) => ({ value: name, label: labelIn(label, i18n.language) }))}
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
