import { problemText } from "@/features/rules/editor/problemText";
import { lookUp } from "@/i18n/defineTexts";
import "@/features/rules/texts";
import "../texts";

/** Why an instance stands still, in words. */
export function reasonText(code: string): string {
  return lookUp("flows", `stuck.${code}`) ?? problemText({ code, params: {} });
}
