import type { FieldOut } from "@/api/types.gen";

export type Field = FieldOut;
export type FieldKind = FieldOut["type"];

/** What a computed field's values are read as: a formula's and a roll-up's as their result. */
export function answeringKind({ type, settings }: Field): FieldKind {
  return type === "formula" || type === "rollup" ? (settings.result ?? "number") : type;
}
