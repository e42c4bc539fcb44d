export const dateOrders = ["ymd", "mdy", "dmy", "serial"] as const;
/** In which order a column writes its dates; "serial": a spreadsheet's count of days. */
export type DateOrder = (typeof dateOrders)[number];

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** How the server would read an example in this order; null when it is no date then. Only for showing. */
export function readDay(text: string, order: DateOrder): string | null {
  if (order === "serial") {
    if (!/^\d{5}(\.\d+)?$/.test(text.trim())) return null;
    return new Date(Date.UTC(1899, 11, 30 + Number.parseInt(text, 10))).toISOString().slice(0, 10);
  }
  const parts = text.match(/\d+/g);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  const [first = "", second = "", third = ""] = compact ? compact.slice(1) : (parts ?? []);
  if (!first || !second || !third) return null;
  if (order === "ymd") return first.length === 4 ? realDay(Number(first), Number(second), Number(third)) : null;
  if (compact || first.length > 2) return null;
  const year = third.length === 2 ? Number(third) + (Number(third) < 69 ? 2000 : 1900) : Number(third);
  return order === "mdy" ? realDay(year, Number(first), Number(second)) : realDay(year, Number(second), Number(first));
}
