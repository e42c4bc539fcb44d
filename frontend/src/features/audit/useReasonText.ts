import { useCommonTexts } from "@/components/texts";
import { useAuditTexts } from "./texts";

const known = ["import", "import_undo", "task", "token", "view_as", "print", "retention", "hand_over"] as const;

/** Why something was done: what a person gave, or in our words what the product noted (`import:<id>`). */
export function useReasonText(): (reason: string) => string {
  const t = useAuditTexts();
  const common = useCommonTexts();
  return (reason) => {
    if (reason.startsWith("rule:")) return common("ruleNamed", { name: reason.slice(5) });
    if (reason.endsWith("_link")) return common("byLink");
    const word = known.find((name) => reason.startsWith(`${name}:`));
    return word ? t(`reason.${word}`) : reason;
  };
}
