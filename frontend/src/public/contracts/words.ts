import { isEnglish } from "../words";
import english from "./locales/en.json";
import chinese from "./locales/zh-CN.json";

export function told(key: keyof typeof chinese, params: Record<string, string> = {}): string {
  return (isEnglish ? english : chinese)[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? "");
}
