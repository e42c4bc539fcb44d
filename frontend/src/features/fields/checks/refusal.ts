import type { Field } from "../field";

/** Why a value does not fit: a code of the server's, with what its words need. */
export type Refusal = { code: string; params?: Record<string, string | number> };

/** Looks at a value that is not blank, as the server will; what only the server can know is left to it. */
export type Check = (value: unknown, field: Field) => Refusal | null;

export const refusal = (code: string, params: Record<string, string | number> = {}): Refusal => ({ code, params });
export const fits: Check = () => null;

/** A check of text in which full-width signs count as the plain ones. */
export function ofText(check: (text: string, field: Field) => Refusal | null): Check {
  return (value, field) =>
    typeof value === "string" ? check(value.normalize("NFKC").trim(), field) : refusal("not_a_text");
}
