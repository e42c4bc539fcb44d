import { steps } from "@/features/imports/steps";
import type { Step } from "@/features/imports/steps";

/** `?step=check`: where the person wants to be while an import has not begun. */
export function importSearchOf(search: Record<string, unknown>): { step?: Step } {
  const step = steps.find((known) => known === search.step);
  return step ? { step } : {};
}
