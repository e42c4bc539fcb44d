import fieldsEn from "@/features/fields/errors/locales/en.json";
import fieldsZh from "@/features/fields/errors/locales/zh-CN.json";
import refusalsEn from "@/http/locales/en.json";
import refusalsZh from "@/http/locales/zh-CN.json";
import english from "./locales/en.json";
import chinese from "./locales/zh-CN.json";

/** Without a library: the page is light. Chinese, unless the browser asks for English before it. */
export const isEnglish = (navigator.languages.find((one) => /^(zh|en)/.test(one)) ?? "zh").startsWith("en");

export type Label = { zh: string; en: string };

export function say(key: keyof typeof chinese): string {
  return (isEnglish ? english : chinese)[key];
}

export function labelOf(label: Label | null): string {
  if (!label) return "";
  return isEnglish ? label.en || label.zh : label.zh || label.en;
}

/** A refusal in the reader's language; what has no words of its own here is said plainly. */
export function refusalText(code: string, params: Record<string, unknown> = {}): string {
  const words: Record<string, string> = isEnglish ? { ...refusalsEn, ...fieldsEn } : { ...refusalsZh, ...fieldsZh };
  const text = words[code] ?? words.unexpected ?? "";
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ""));
}
