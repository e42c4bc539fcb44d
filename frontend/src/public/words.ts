import plainEn from "@/http/always/locales/en.json";
import plainZh from "@/http/always/locales/zh-CN.json";
import english from "./locales/en.json";
import chinese from "./locales/zh-CN.json";

/** Without a library: the page is light. Chinese, unless the browser asks for English before it. */
export const isEnglish = (navigator.languages.find((one) => /^(zh|en)/.test(one)) ?? "zh").startsWith("en");

export type Label = { zh: string; en: string };

const refusals: Record<string, string> = { ...(isEnglish ? plainEn : plainZh) };

/** The sentences of all refusals, in the reader's language alone. Where they cannot be had, a refusal is said plainly. */
export async function loadRefusals(): Promise<void> {
  const files = isEnglish
    ? [import("@/http/locales/en.json"), import("@/features/fields/errors/locales/en.json")]
    : [import("@/http/locales/zh-CN.json"), import("@/features/fields/errors/locales/zh-CN.json")];
  for (const file of await Promise.allSettled(files)) {
    if (file.status === "fulfilled") Object.assign(refusals, file.value.default);
  }
}

export function say(key: keyof typeof chinese): string {
  return (isEnglish ? english : chinese)[key];
}

export function labelOf(label: Label | null): string {
  if (!label) return "";
  return isEnglish ? label.en || label.zh : label.zh || label.en;
}

/** A refusal in the reader's language; what has no words of its own here is said plainly. */
export function refusalText(code: string, params: Record<string, unknown> = {}): string {
  const text = refusals[code] ?? refusals.unexpected ?? "";
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ""));
}
