import type { TargetOut } from "@/api/types.gen";
import { useText } from "@/features/imports/useText";

/** Answers the function that names a field by its key. */
export function useFieldName(targets: TargetOut[]): (key: string) => string {
  const text = useText();
  return (key) => {
    const field = targets.find((target) => target.key === key);
    return field ? text(field.label) : key;
  };
}
