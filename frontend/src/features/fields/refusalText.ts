import { lookUp } from "@/i18n/defineTexts";
import "@/http/texts";
import type { Refusal } from "./checks/refusal";

/** A refusal in the reader's language, by the words that the server's refusals have. */
export function refusalText({ code, params }: Refusal): string {
  return lookUp("errors", code, params) ?? lookUp("errors", "field_refused") ?? code;
}
