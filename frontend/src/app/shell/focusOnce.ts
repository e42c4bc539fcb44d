import type { InputRef } from "antd";

/** Puts the cursor into the one box of a dialog that the person has just opened to type in. */
export function focusOnce(input: InputRef | null): void {
  input?.focus();
}
