import type { TotalOut } from "@/api/types.gen";
import { labelIn } from "@/i18n/labelIn";
import type { Field } from "../../api/entities";
import type { FilterRule } from "../../filter";
import type { Group } from "../api";

/** `open`: a card may be put there. `rule`: by what a list has its records; null where nothing tells them apart. */
export type Column = {
  key: string;
  value: string | null;
  label: string;
  count: number;
  totals: TotalOut[];
  rule: FilterRule | null;
  open: boolean;
};

const none = "(none)";
const unknown = "(unknown)";

type Said = { language: string; empty: string; hidden: string };

/**
 * A column for each choice in its order, with records or without, and one for those without a value. Choices that were
 * retired are there as long as records hold them, and take no more.
 */
export function columnsOf(field: Field, groups: Group[], { language, empty, hidden }: Said): Column[] {
  const found = (value: string | null) => groups.find((group) => group.known && group.value === value);
  const column = (value: string | null, label: string, open: boolean): Column => {
    const group = found(value);
    return {
      key: value ?? none,
      value,
      label,
      count: group?.count ?? 0,
      totals: group?.totals ?? [],
      rule: value === null ? { field: field.name, operator: "null", value: null } : { field: field.name, operator: "=", value },
      open,
    };
  };
  const choices = field.choices
    .filter(({ value, retired }) => !retired || found(value))
    .map(({ value, label, retired }) => column(value, labelIn(label, language), !retired));
  const others = groups.find(({ known }) => !known);
  return [
    ...choices,
    ...(found(null) || !field.required ? [column(null, empty, !field.required)] : []),
    ...(others ? [{ key: unknown, value: null, label: hidden, count: others.count, totals: others.totals, rule: null, open: false }] : []),
  ];
}
