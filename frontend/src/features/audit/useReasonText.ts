import { useAuditTexts } from "./texts";

const known = ["import", "import_undo", "task", "token", "view_as", "print"] as const;

/** Why something was done: what a person gave, or in our words what the product noted (`import:<id>`). */
export function useReasonText(): (reason: string) => string {
  const t = useAuditTexts();
  return (reason) => {
    if (reason.startsWith("rule:")) return t("reason.rule", { name: reason.slice(5) });
    const word = known.find((name) => reason.startsWith(`${name}:`));
    return word ? t(`reason.${word}`) : reason;
  };
}
