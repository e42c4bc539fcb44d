import { FilterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { QueryBuilder } from "react-querybuilder";
import type { RuleGroupType } from "react-querybuilder";
import type { Period } from "../api/entities";
import { deepest } from "../filter";
import type { Offered } from "../offered";
import { PeriodSelect } from "../PeriodSelect";
import { likeliest } from "../ruleValue";
import { useRecordsTexts } from "../texts";
import styles from "./builder.module.css";
import { controls } from "./controls";
import type { NarrowingProps, Surroundings } from "./controls";
import { nothingHeld, ofBuilder, toBuilder } from "./held";

type Props = {
  offered: Offered;
  periods: Period[];
  query: RuleGroupType;
  /** How many groups stand around it. */
  depth?: number;
  onChange: (query: RuleGroupType) => void;
};

/** Rules and groups of them, one in another. What is not filled in yet stays, and is told by `ofBuilder`. */
export function Builder({ offered, periods, query, depth = 0, onChange }: Props) {
  const fields = useMemo(
    () => offered.fields.map(({ name }) => ({ name, value: name, label: name })),
    [offered.fields],
  );
  const operatorsOf = (name: string) => offered.fields.find((field) => field.name === name)?.operators ?? [];
  return (
    <div className={styles.builder}>
      <QueryBuilder
        fields={fields}
        query={query}
        onQueryChange={onChange}
        controlElements={controls}
        context={{ offered, periods, depth, Narrowing } satisfies Surroundings}
        getOperators={(name) => operatorsOf(name).map((one) => ({ name: one.name, value: one.name, label: one.name }))}
        getDefaultOperator={(name) => likeliest(operatorsOf(name))?.name ?? "="}
        getDefaultValue={() => nothingHeld}
        maxLevels={deepest - depth - 1}
        addRuleToNewGroups
        resetOnOperatorChange={false}
        showNotToggle
        suppressStandardClassnames={false}
      />
    </div>
  );
}

/** Which of the records that belong to one are counted: those of a period, those that meet conditions of their own. */
function Narrowing({ offered, periods, depth, held, onChange }: NarrowingProps) {
  const t = useRecordsTexts();
  const [group, setGroup] = useState<RuleGroupType | null>(() => (held.where ? toBuilder(held.where) : null));

  function narrow(next: RuleGroupType | null): void {
    setGroup(next);
    const { where: _, ...rest } = held;
    const where = next && ofBuilder(next, offered.fields).filter;
    onChange(where ? { ...rest, where } : rest);
  }

  return (
    <div className={styles.narrowing}>
      <PeriodSelect
        periods={periods}
        value={held.period ?? ""}
        none={t("builder.everPeriod")}
        onChange={(name) => {
          const { period: _, ...rest } = held;
          onChange(name ? { ...rest, period: name } : rest);
        }}
      />
      {group === null && depth < deepest && (
        <Button type="text" size="small" icon={<FilterOutlined />} onClick={() => narrow({ combinator: "and", rules: [] })}>
          {t("builder.where")}
        </Button>
      )}
      {group && (
        <div className={styles.inside}>
          <div className={styles.insideHead}>
            <span>{t("builder.whereHead")}</span>
            <Button type="text" size="small" onClick={() => narrow(null)}>
              {t("builder.everyOne")}
            </Button>
          </div>
          <Builder offered={offered} periods={periods} query={group} depth={depth + 1} onChange={narrow} />
        </div>
      )}
    </div>
  );
}
