import type { TallyOut } from "@/api/types.gen";
import { useImportsTexts } from "../texts";
import { useText } from "../useText";

const single = ["duplicate_key", "ragged_row", "too_long"] as const;

/** Answers the function that says what many rows have in common; some reasons are worded for a single row. */
export function useReasonOfMany(): (tally: TallyOut) => string {
  const t = useImportsTexts();
  const text = useText();
  return (tally) => {
    const code = single.find((known) => known === tally.code);
    return code ? t(`problems.many.${code}`) : text(tally.text);
  };
}
