import { isEnglish } from "../words";
import english from "./locales/en.json";
import chinese from "./locales/zh-CN.json";

export function told(key: keyof typeof chinese, params: Record<string, string | number> = {}): string {
  return (isEnglish ? english : chinese)[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ""));
}

const language = isEnglish ? "en" : "zh-CN";
const zone = "Asia/Shanghai";
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone });
const whole = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", day: "numeric", weekday: "long", timeZone: zone });
const short = new Intl.DateTimeFormat(language, { month: "numeric", day: "numeric", timeZone: "UTC" });
const weekday = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });

/** By the clock on the store's wall, wherever the customer is. */
export const clockOf = (moment: string): string => clock.format(new Date(moment));
export const dayOf = (moment: string): string => whole.format(new Date(moment));
/** `day`: YYYY-MM-DD. */
export const shortDay = (day: string): string => short.format(new Date(`${day}T00:00:00Z`));
export const weekdayOf = (day: string): string => weekday.format(new Date(`${day}T00:00:00Z`));
