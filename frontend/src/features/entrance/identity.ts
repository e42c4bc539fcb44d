import { internationalPhone } from "@/format/phone";

export type Identity = { email: string } | { phone: string };

/** The e-mail or phone a person typed, as the server wants it; null when it is neither. */
export function identityOf(text: string): Identity | null {
  const typed = text.trim();
  if (/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(typed)) return { email: typed.toLowerCase() };
  const phone = internationalPhone(typed);
  return phone ? { phone } : null;
}
