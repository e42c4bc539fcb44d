import type { Field } from "../field";
import { refusal } from "./refusal";
import type { Check, Refusal } from "./refusal";

const mostDigits = 15;
const defaultDecimals = 6;
const defaultStars = 5;

export function mostStars({ settings }: Field): number {
  return Number(settings.maximum ?? defaultStars);
}

/** As people type it: `¥12,800`, `12.5%`, full-width digits. */
export function plainNumber(text: string): string {
  return text.normalize("NFKC").trim().replace(/^[\u00a5\uffe5]/, "").replace(/(\d)\s*%$/, "$1").replace(/,/g, "");
}

function withinBounds(number: number, { settings }: Field): Refusal | null {
  const { minimum, maximum } = settings;
  if (minimum !== null && number < Number(minimum)) return refusal("number_too_small", { minimum });
  if (maximum !== null && number > Number(maximum)) return refusal("number_too_large", { maximum });
  return null;
}

function checkOf(kind: { decimals: number; most: number; whole?: boolean }): Check {
  return (value, field) => {
    const parts = /^-?0*(\d+)(?:\.(\d*?)0*)?$/.exec(plainNumber(String(value)));
    if (!parts) return refusal("not_a_number");
    const [, whole = "", fraction = ""] = parts;
    if (kind.whole && fraction) return refusal("not_a_whole_number");
    const decimals = field.settings.decimals === null ? kind.decimals : Math.min(field.settings.decimals, mostDigits);
    if (fraction.length > decimals) return refusal("too_many_decimals", { limit: decimals });
    const digits = whole.replace(/^0+/, "").length + fraction.length;
    if (digits > kind.most) return refusal("too_many_digits", { limit: kind.most });
    return withinBounds(Number(plainNumber(String(value))), field);
  };
}

export const checkNumber = checkOf({ decimals: defaultDecimals, most: mostDigits });
export const checkInteger = checkOf({ decimals: 0, most: mostDigits, whole: true });
export const checkMoney = checkOf({ decimals: 2, most: 16 });

export const checkRating: Check = (value, field) =>
  Number(value) <= mostStars(field) ? null : refusal("number_too_large", { maximum: mostStars(field) });
