import type { ImportTargetOut, OrderIo, RecordImportOut } from "@/api/types.gen";

export type Order = OrderIo;
export type ColumnOrder = NonNullable<Order["columns"]>[number];

/** The decision about one column, or undefined where it is left out. */
export function orderOf(order: Order, column: number): ColumnOrder | undefined {
  return order.columns?.find((one) => one.column === column);
}

/** The column read into `target` from now on, or left out when null; what else was said of it stays where it still fits. */
export function withTarget(order: Order, column: number, target: string | null, dates: ColumnOrder["dates"]): Order {
  const others = (order.columns ?? []).filter((one) => one.column !== column);
  const columns = target === null ? others : [...others, { column, target, dates, values: {} }];
  return pruned({ ...order, columns: columns.toSorted((one, other) => one.column - other.column) });
}

export function withColumn(order: Order, changed: ColumnOrder): Order {
  return { ...order, columns: (order.columns ?? []).map((one) => (one.column === changed.column ? changed : one)) };
}

export function usedTargets(order: Order): string[] {
  const constants = Object.entries(order.constants ?? {}).filter(([, text]) => text.trim() !== "");
  return [...(order.columns ?? []).map(({ target }) => target), ...constants.map(([target]) => target)];
}

/** Keys can only be what is read. */
function pruned(order: Order): Order {
  const used = usedTargets(order);
  return { ...order, keys: (order.keys ?? []).filter((key) => key.every((name) => used.includes(name))) };
}

export type Problems = { missing: string[]; twice: string[]; keyless: boolean };

export function problemsOf(order: Order, targets: ImportTargetOut[]): Problems {
  const used = usedTargets(order);
  const columns = (order.columns ?? []).map(({ target }) => target);
  const links = new Set(targets.filter(({ key }) => used.includes(key)).map(({ link }) => link));
  const missing = targets
    .filter(({ key, link, required }) => required && !used.includes(key) && (link === null || !links.has(link)))
    .map(({ key, link }) => link ?? key);
  return {
    missing: order.mode === "update" ? [] : [...new Set(missing)],
    twice: columns.filter((target, index) => columns.indexOf(target) !== index),
    keyless: order.mode !== "insert" && (order.keys ?? []).length === 0,
  };
}

export function isSound({ missing, twice, keyless }: Problems): boolean {
  return missing.length === 0 && twice.length === 0 && !keyless;
}

/** Texts of a column that are no choice of the field and that nobody has said the meaning of. */
export function unknownValues(values: string[], target: ImportTargetOut, said: Record<string, string>): string[] {
  const known = new Set(
    target.options.flatMap((option) => {
      const { value, label } = option as { value: string; label: { zh: string; en: string } };
      return [value, label.zh, label.en].map(plain);
    }),
  );
  const told = new Set(Object.keys(said).map(plain));
  return values.filter((value) => value.trim() !== "" && !known.has(plain(value)) && !told.has(plain(value)));
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
}

export function sameOrder(one: Order, other: Order): boolean {
  return JSON.stringify(shape(one)) === JSON.stringify(shape(other));
}

function shape(order: Order) {
  const { mode, columns = [], constants = {}, keys = [], twins, likes = "", clear } = order;
  return [mode, columns.toSorted((a, b) => a.column - b.column), Object.entries(constants).toSorted(), keys, twins, likes, clear];
}

export function startOrder(job: RecordImportOut): Order {
  return { ...job.order, decisions: {} };
}
