import { useAgent } from "@/components/useAgent";
import { useAuditTexts } from "./texts";

const known = ["import", "import_undo", "task", "token", "view_as", "print", "retention", "hand_over"] as const;

/** Why something was done: what a person gave, or in our words what the product noted (`import:<id>`). */
export function useReasonText(): (reason: string) => string {
  const t = useAuditTexts();
  const agent = useAgent();
  return (reason) => {
    const said = agent(reason);
    if (said) return said;
    const word = known.find((name) => reason.startsWith(`${name}:`));
    return word ? t(`reason.${word}`) : reason;
  };
}
