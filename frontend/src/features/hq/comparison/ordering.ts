import { changeOf, shareOf, valueOf } from "./figures";
import type { Figures, Measure, Row } from "./figures";

export const sortKeys = ["label", "units", "revenue", "averagePrice", "share", "change"] as const;
export type SortKey = (typeof sortKeys)[number];
/** `-units`: the largest first. */
export type Sort = SortKey | `-${SortKey}`;

export function sortOf(value: unknown): Sort | null {
  if (typeof value !== "string") return null;
  return sortKeys.find((key) => key === value.replace(/^-/, "")) ? (value as Sort) : null;
}

export function isDescending(sort: Sort): boolean {
  return sort.startsWith("-");
}

export function sortKeyOf(sort: Sort): SortKey {
  return sort.replace(/^-/, "") as SortKey;
}

/** The next state of a heading that is pressed: figures begin with the largest, names with the first. */
export function pressed(heading: SortKey, sort: Sort): Sort {
  if (sortKeyOf(sort) !== heading) return heading === "label" ? "label" : `-${heading}`;
  return isDescending(sort) ? heading : `-${heading}`;
}

function sortValue(row: Row, key: Exclude<SortKey, "label">, whole: Figures, measure: Measure): number | null {
  if (key === "share") return shareOf(row, whole, measure);
  if (key === "change") return changeOf(row, measure);
  return valueOf(row.now, key);
}

/** Pinned rows first, in the order in which they were pinned; rows without the figure last, either way round. */
export function arrange(
  rows: Row[],
  order: { sort: Sort; pinned: string[]; whole: Figures; measure: Measure; language: string },
): Row[] {
  const { sort, pinned, whole, measure } = order;
  const key = sortKeyOf(sort);
  const sign = isDescending(sort) ? -1 : 1;
  const collator = new Intl.Collator(order.language, { numeric: true });
  const byName = (one: Row, other: Row) => collator.compare(one.label, other.label);
  const sorted = rows.toSorted((one, other) => {
    if (key === "label") return sign * byName(one, other);
    const left = sortValue(one, key, whole, measure);
    const right = sortValue(other, key, whole, measure);
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(one, other);
    return sign * (left - right) || byName(one, other);
  });
  const onTop = pinned.flatMap((wanted) => sorted.find((row) => row.key === wanted) ?? []);
  return [...onTop, ...sorted.filter((row) => !pinned.includes(row.key))];
}
