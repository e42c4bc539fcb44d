import { lookUp } from "@/i18n/defineTexts";
import type { Problem } from "../api";

export function problemText({ code, params }: Pick<Problem, "code" | "params">): string {
  const told = params as Record<string, string | number>;
  return lookUp("rules", `problem.${code}`, told) ?? lookUp("errors", code, told) ?? code;
}
