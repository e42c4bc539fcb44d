const grouping = /\B(?=(\d{3})+(?!\d))/g;

/** `"12800"` → `¥12,800.00`. Works on the text, so that no cent is lost to floating point. */
export function formatMoney(yuan: string | number): string {
  const text = String(yuan).trim();
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return text;
  const [, sign = "", whole = "0", fraction = ""] = parts;
  const cents = fraction.length > 2 ? fraction : fraction.padEnd(2, "0");
  return `${sign}¥${whole.replace(grouping, ",")}.${cents}`;
}

/** `23906` → `23,906`. */
export function formatCount(value: string | number): string {
  return String(value).replace(/\d+/, (digits) => digits.replace(grouping, ","));
}
