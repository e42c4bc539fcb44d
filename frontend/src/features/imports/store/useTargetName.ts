import type { ImportTargetOut } from "@/api/types.gen";
import { useText } from "../useText";

/** Answers the function that names what a column is read into, by its key; of a link its own name will do. */
export function useTargetName(targets: ImportTargetOut[]): (key: string) => string {
  const text = useText();
  return (key) => {
    const found = targets.find((target) => target.key === key);
    if (found) return text(found.label);
    const link = targets.find((target) => target.link === key);
    return link ? (text(link.label).split(" · ")[0] ?? key) : key;
  };
}
