import type { RuleGroupType, RuleType } from "react-querybuilder";
import type { Field } from "../api/entities";
import { isGroup, keyOf, ofKey } from "../filter";
import type { FilterGroup, FilterPart, FilterRule } from "../filter";
import { listOf } from "../filterSentence";
import { valueOf } from "../ruleValue";

/** What the builder keeps as a rule's value: the texts that its editors show, and what narrows a count. */
export type Held = { values: string[]; where?: FilterGroup; period?: string; source?: "field" };

export const nothingHeld: Held = { values: [] };

export function toBuilder(group: FilterGroup): RuleGroupType {
  return { combinator: group.combinator, not: group.not ?? false, rules: group.rules.map((part) => (isGroup(part) ? toBuilder(part) : toRule(part))) };
}

function toRule(rule: FilterRule): RuleType {
  const value: Held = {
    values: listOf(rule.value),
    ...(rule.where ? { where: rule.where } : {}),
    ...(rule.period ? { period: rule.period } : {}),
    ...(rule.valueSource ? { source: rule.valueSource } : {}),
  };
  return { field: keyOf(rule), operator: rule.operator, value };
}

/** `missing`: how many rules still lack something; they are not in the filter. Empty groups fall away. */
export function ofBuilder(group: RuleGroupType, fields: Field[]): { filter: FilterGroup | undefined; missing: number } {
  let missing = 0;
  function read(one: RuleGroupType): FilterGroup | null {
    const rules = one.rules.flatMap((part): FilterPart[] => {
      if (typeof part === "string") return [];
      const found = "rules" in part ? read(part) : ofRule(part, fields);
      if (!found && !("rules" in part)) missing += 1;
      return found ? [found] : [];
    });
    if (rules.length === 0) return null;
    return { combinator: one.combinator === "or" ? "or" : "and", rules, ...(one.not ? { not: true } : {}) };
  }
  return { filter: read(group) ?? undefined, missing };
}

function ofRule({ field: key, operator: name, value }: RuleType, fields: Field[]): FilterRule | null {
  const operator = fields.find((field) => field.name === key)?.operators.find((one) => one.name === name);
  const held = (value ?? nothingHeld) as Held;
  const compared = operator && valueOf(held.values, operator.takes);
  if (compared === undefined) return null;
  return {
    ...ofKey(key),
    operator: name,
    value: compared,
    ...(held.where ? { where: held.where } : {}),
    ...(held.period ? { period: held.period } : {}),
    ...(held.source ? { valueSource: held.source } : {}),
  };
}
