import type { FieldOut } from "@/api/types.gen";

/** `placeholder`: an example in the empty box, where a form gives one. */
export type Field = FieldOut & { placeholder?: string };
export type FieldKind = FieldOut["type"];

/** What a computed field's values are read as: a formula's and a roll-up's as their result. */
export function answeringKind({ type, settings }: Field): FieldKind {
  return type === "formula" || type === "rollup" ? (settings.result ?? "number") : type;
}
