import { lookUp } from "@/i18n/defineTexts";
import "@/http/texts";
import { usePackTexts } from "./texts";

const own = ["pack_item_has_draft", "pack_item_changed", "pack_item_alone", "pack_failed"] as const;
type Own = (typeof own)[number];

/** Why an item was passed over, or is not in force. */
export function useWhy() {
  const t = usePackTexts();
  return (code: string, given: Record<string, unknown>): string => {
    const params = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
    return own.includes(code as Own) ? t(`why.${code as Own}`, params) : (lookUp("errors", code, params) ?? t("why.other", { code }));
  };
}
