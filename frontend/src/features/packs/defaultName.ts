import { lookUp } from "@/i18n/defineTexts";
import "./texts";

/** What users call one of the defaults that ship; its code where a pack has others. */
export function defaultName(code: string): string {
  return lookUp("packs", `default.${code}`) ?? code;
}
