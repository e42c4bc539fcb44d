export type FilterValue = string | number | boolean | string[] | null;
export const folds = ["count", "sum", "avg", "min", "max"] as const;
export type Fold = (typeof folds)[number];
/** `field` may lead through links (`customer.name`). With `aggregate` it names what belongs to a record, counted or
 * summed up where `where` holds and within `period`. */
export type FilterRule = {
  field: string;
  operator: string;
  value: FilterValue;
  aggregate?: Fold;
  where?: FilterGroup;
  period?: string;
  valueSource?: "field";
};
export type FilterPart = FilterRule | FilterGroup;
/** react-querybuilder's rule group, as the server takes it. */
export type FilterGroup = { combinator: "and" | "or"; rules: FilterPart[]; not?: boolean };

/** How deep groups may stand in one another, the outermost counted. */
export const deepest = 5;

export function isGroup(part: FilterPart): part is FilterGroup {
  return "rules" in part;
}

/** By what a rule's field is found among those that are offered. */
export function keyOf({ field, aggregate }: Pick<FilterRule, "field" | "aggregate">): string {
  return aggregate ? `${aggregate}:${field}` : field;
}

export function ofKey(key: string): Pick<FilterRule, "field" | "aggregate"> {
  const fold = folds.find((name) => key.startsWith(`${name}:`));
  return fold ? { field: key.slice(fold.length + 1), aggregate: fold } : { field: key };
}

/** Every rule, those of the groups inside too. */
export function rulesIn(group: FilterGroup): FilterRule[] {
  return group.rules.flatMap((part) => (isGroup(part) ? rulesIn(part) : [part, ...(part.where ? rulesIn(part.where) : [])]));
}

function ruleOf(value: object): FilterRule | null {
  const { field, operator, value: compared = null, aggregate, where, period, valueSource } = value as Partial<FilterRule>;
  if (typeof field !== "string" || typeof operator !== "string") return null;
  const rule: FilterRule = { field, operator, value: compared };
  if (valueSource === "field") rule.valueSource = valueSource;
  if (!aggregate || !folds.includes(aggregate)) return rule;
  const inner = filterOf(where);
  return { ...rule, aggregate, ...(inner ? { where: inner } : {}), ...(typeof period === "string" ? { period } : {}) };
}

/** Reads a filter from the address; what are no rules is dropped, and null means no filter. */
export function filterOf(value: unknown, depth = 1): FilterGroup | null {
  const group = value as Partial<FilterGroup> | null;
  if (typeof group !== "object" || group === null || !Array.isArray(group.rules) || depth > deepest) return null;
  const rules = group.rules.flatMap((part: unknown): FilterPart[] => {
    if (typeof part !== "object" || part === null) return [];
    const found = "rules" in part ? filterOf(part, depth + 1) : ruleOf(part);
    return found ? [found] : [];
  });
  if (rules.length === 0) return null;
  return { combinator: group.combinator === "or" ? "or" : "and", rules, ...(group.not ? { not: true } : {}) };
}
