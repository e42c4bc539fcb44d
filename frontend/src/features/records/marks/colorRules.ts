import type { FilterGroup } from "../filter";
import type { ColorRule } from "../layouts/layout";
import { tones } from "./tones";

/** The condition of a rule; undefined for a text that is none (an address somebody wrote by hand). */
export function conditionOf(rule: ColorRule): FilterGroup | undefined {
  try {
    const read: unknown = JSON.parse(rule.filter);
    return typeof read === "object" && read !== null && "rules" in read && Array.isArray(read.rules) ? (read as FilterGroup) : undefined;
  } catch {
    return undefined;
  }
}

/** What an address says of colours, without what is none, and nothing twice. */
export function colorRulesOf(given: unknown[] | undefined): ColorRule[] {
  const rules = (given ?? []).filter(
    (one): one is ColorRule =>
      typeof one === "object" && one !== null && "filter" in one && typeof one.filter === "string" && "tone" in one && tones.some((tone) => tone === one.tone),
  );
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

export type Mark = { row: ColorRule | undefined; cells: ReadonlyMap<string, ColorRule> };

/** Of several rules that a record meets, the first marks its row; a field's cell goes by the first for that field. */
export function marksById(rules: ColorRule[], met: string[][]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, { row: ColorRule | undefined; cells: Map<string, ColorRule> }>();
  for (const [at, rule] of rules.entries())
    for (const id of met[at] ?? []) {
      const mark = marks.get(id) ?? { row: undefined, cells: new Map<string, ColorRule>() };
      if (!rule.field) mark.row ??= rule;
      else if (!mark.cells.has(rule.field)) mark.cells.set(rule.field, rule);
      marks.set(id, mark);
    }
  return marks;
}
