import { useCommonTexts } from "./texts";

/** Who did it where no person did, by the reason that the product noted; null: a person, or the system. */
export function useAgent(): (reason: string) => string | null {
  const t = useCommonTexts();
  return (reason) => {
    if (reason.startsWith("rule:")) return t("ruleNamed", { name: reason.slice(5) });
    if (reason.startsWith("flow:")) return t("flowNamed", { name: reason.slice(5) });
    return reason.endsWith("_link") ? t("byLink") : null;
  };
}
