import { plainNumber } from "./checks/numbers";
import type { Field } from "./field";
import { linkOf, rowsOf } from "./shapes";

const figures = new Set(["number", "integer", "percent", "money"]);

/** An edited value as the server takes it: a link by its id, figures without what people type around them. */
export function outgoing(value: unknown, field: Field): unknown {
  if (value === undefined || value === "") return null;
  if (linkOf(value)) return linkOf(value)?.id;
  if (figures.has(field.type)) return typeof value === "string" ? plainNumber(value) || null : value;
  if (field.type === "table") return rowsOf(value)?.map((row) => withoutBlanks(row)) ?? null;
  return typeof value === "string" ? value.trim() || null : value;
}

function withoutBlanks(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null && cell !== ""));
}
