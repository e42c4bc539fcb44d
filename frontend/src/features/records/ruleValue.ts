import type { Operator } from "./api/entities";
import type { Takes } from "@/api/types.gen";
import type { FilterValue } from "./filter";

/** The relation that people want most often for a field comes first in the editor. */
const favourites = ["contains", "during", ">=", "in"];

export function likeliest(operators: Operator[]): Operator | undefined {
  return favourites.flatMap((name) => operators.find((operator) => operator.name === name) ?? [])[0] ?? operators[0];
}

/** The value as the filter wants it, or undefined while something is missing. */
export function valueOf(values: string[], takes: Takes): FilterValue | undefined {
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
