import type { ColumnOut, ImportOut, MappingIn, TargetOut } from "@/api/types.gen";

type DateOrder = ImportOut["date_orders"][string];
/** `targets`: index of the column → field or null; `dateOrders`: field → how its dates are written. */
export type Mapping = { targets: Record<number, string | null>; dateOrders: Record<string, DateOrder> };

export function mappingOf({ columns, date_orders }: Pick<ImportOut, "columns" | "date_orders">): Mapping {
  return { targets: Object.fromEntries(columns.map(({ index, target }) => [index, target])), dateOrders: date_orders };
}

/** What the server is told: only the date orders of fields that have a column. */
export function mappingIn({ targets, dateOrders }: Mapping): MappingIn {
  const used = new Set(Object.values(targets));
  return { targets, date_orders: Object.fromEntries(Object.entries(dateOrders).filter(([field]) => used.has(field))) };
}

export type Problems = { missing: string[]; twice: string[] };

/** Required fields without a column, and fields with two. */
export function problemsOf(mapping: Mapping, fields: Pick<TargetOut, "key" | "required">[]): Problems {
  const times = new Map<string, number>();
  for (const target of Object.values(mapping.targets)) {
    if (target !== null) times.set(target, (times.get(target) ?? 0) + 1);
  }
  return {
    missing: fields.filter(({ key, required }) => required && !times.has(key)).map(({ key }) => key),
    twice: [...times].filter(([, count]) => count > 1).map(([key]) => key),
  };
}

export function isSound({ missing, twice }: Problems): boolean {
  return missing.length === 0 && twice.length === 0;
}

export function sameMapping(one: Mapping, other: Mapping): boolean {
  const left = mappingIn(one);
  const right = mappingIn(other);
  const orders = Object.entries(left.date_orders ?? {});
  return (
    Object.entries(left.targets).every(([index, target]) => right.targets[index] === target) &&
    orders.length === Object.keys(right.date_orders ?? {}).length &&
    orders.every(([field, order]) => right.date_orders?.[field] === order)
  );
}

export type Confidence = "sure" | "likely" | "unsure" | "none";

/** How far to trust the guess for a column. A choice of one's own needs no guess. */
export function confidenceOf({ guess }: Pick<ColumnOut, "guess">): Confidence {
  if (guess.target === null) return "none";
  if (guess.confidence >= 0.85) return "sure";
  return guess.confidence >= 0.55 ? "likely" : "unsure";
}
