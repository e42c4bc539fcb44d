import { useSearch } from "@tanstack/react-router";

/** The id of what a flow asks on the record that is open, when it was opened from there. */
export function useStep(): string | null {
  return useSearch({ strict: false }).asked ?? null;
}
