import { ofText, refusal } from "./refusal";
import type { Check, Refusal } from "./refusal";

/** Control characters, and the marks that turn the direction of text. */
const hidden = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

function checkText(value: unknown, limit: number, lines: boolean): Refusal | null {
  if (typeof value !== "string") return refusal("not_a_text");
  const text = value.replace(/\r\n?/g, "\n").trim();
  if ([...text].length > limit) return refusal("text_too_long", { limit });
  return hidden.test(lines ? text.replace(/[\n\t]/g, "") : text) ? refusal("control_character") : null;
}

export const checkLine: Check = (value, { settings }) => checkText(value, settings.max_length ?? 200, settings.multiline);

export function checkLines(most: number): Check {
  return (value, { settings }) => checkText(value, Math.min(settings.max_length ?? most, most), true);
}

export const checkBarcode: Check = (value, { settings }) => checkText(value, Math.min(settings.max_length ?? 80, 80), false);

export const checkEmail = ofText((text) =>
  text.length <= 254 && /^[^\s@"(),:;<>[\\\]]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text) ? null : refusal("not_an_email"),
);

export const checkUrl = ofText((text) => {
  const address = /^https?:\/\//i.test(text) && !/\s/.test(text) && text.length <= 2000 ? URL.parse(text) : null;
  return address && address.username === "" && address.password === "" && address.hostname ? null : refusal("not_a_url");
});

export const checkColor = ofText((text) => (/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text) ? null : refusal("not_a_color")));
