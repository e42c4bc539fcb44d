/** Tags' colours: told apart by eyes that mix up red and green too, and readable with the text below. */
export const palette = [
  "#1a4fa3", "#0f766e", "#b45309", "#9f1239", "#6d28d9", "#3f6212", "#a21caf", "#334155", "#0369a1", "#92400e",
] as const;

/** Always the same for a name, wherever it is made. */
export function colorOf(name: string): string {
  let sum = 0;
  for (const sign of name.trim()) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  return palette[sum % palette.length] ?? palette[0];
}

function light(channel: number): number {
  const part = channel / 255;
  return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => light(Number.parseInt(color.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** White or black, whichever is read more easily: at least 4.5 to 1 on any colour. */
export function textOn(color: string): "#ffffff" | "#000000" {
  return contrast(color, "#ffffff") >= contrast(color, "#000000") ? "#ffffff" : "#000000";
}
