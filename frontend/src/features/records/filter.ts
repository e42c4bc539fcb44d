export type FilterValue = string | number | boolean | string[] | null;
export type FilterRule = { field: string; operator: string; value: FilterValue };
/** react-querybuilder's rule group; the lists write flat groups only. */
export type FilterGroup = { combinator: "and" | "or"; rules: FilterRule[]; not?: boolean };

function isRule(value: unknown): value is FilterRule {
  const rule = value as Partial<FilterRule> | null;
  return typeof rule === "object" && rule !== null && typeof rule.field === "string" && typeof rule.operator === "string";
}

/** Reads a filter from the address; rules that are no rules are dropped, and null means no filter. */
export function filterOf(value: unknown): FilterGroup | null {
  const group = value as Partial<FilterGroup> | null;
  if (typeof group !== "object" || group === null || !Array.isArray(group.rules)) return null;
  const rules = group.rules.filter(isRule);
  if (rules.length === 0) return null;
  return { combinator: group.combinator === "or" ? "or" : "and", rules, ...(group.not ? { not: true } : {}) };
}
