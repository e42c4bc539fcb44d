/** `13800138000` and `+8613800138000` → `138 0013 8000`; any other number stays as it was written. */
export function formatPhone(value: string): string {
  const mobile = /^(?:\+?86)?(1\d{2})(\d{4})(\d{4})$/.exec(value.replace(/[\s-]/g, ""));
  return mobile ? `${mobile[1]} ${mobile[2]} ${mobile[3]}` : value;
}

/** What the server wants of a Chinese mobile: `+8613800138000`. Null when it is not one. */
export function internationalPhone(value: string): string | null {
  const digits = value.replace(/[\s-]/g, "");
  if (/^1[3-9]\d{9}$/.test(digits)) return `+86${digits}`;
  if (/^\+86(1[3-9]\d{9})$/.test(digits)) return digits;
  return /^\+(?!86)\d{8,15}$/.test(digits) ? digits : null;
}
