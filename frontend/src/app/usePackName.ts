import { useShellTexts } from "./texts";

/** Answers the function that names an industry pack in the reader's language. */
export function usePackName(): (pack: string) => string {
  const t = useShellTexts();
  return (pack) => (pack === "repair" ? t("pack.repair") : t("pack.dealer"));
}
