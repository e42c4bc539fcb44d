/** The shapes in which values leave the API. Each reader answers null for anything else, a mask for example. */

/** A link leaves the API as the other record's id and title. */
export type LinkValue = { id: string; title: string | null };
export type FileValue = { id: string; name: string; size: number; kind: string };
export type AddressValue = { province?: string; city?: string; district?: string; street?: string };
export type PointValue = { lng: number; lat: number };
export type RowValue = Record<string, unknown>;

export const addressParts = ["province", "city", "district", "street"] as const;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function linkOf(value: unknown): LinkValue | null {
  if (!isObject(value) || typeof value.id !== "string") return null;
  return { id: value.id, title: typeof value.title === "string" ? value.title : null };
}

export function tagsOf(value: unknown): string[] | null {
  return Array.isArray(value) ? value.map(String) : null;
}

export function filesOf(value: unknown): FileValue[] | null {
  if (!Array.isArray(value)) return null;
  return value.filter((file): file is FileValue => isObject(file) && typeof file.name === "string");
}

export function addressOf(value: unknown): AddressValue | null {
  return isObject(value) ? (value as AddressValue) : null;
}

/** In a row; a city that is its own province is said once. */
export function addressLine(value: unknown): string | null {
  const address = addressOf(value);
  if (!address) return null;
  return [...new Set(addressParts.flatMap((part) => address[part] || []))].join("");
}

export function pointOf(value: unknown): PointValue | null {
  if (!isObject(value) || typeof value.lng !== "number" || typeof value.lat !== "number") return null;
  return { lng: value.lng, lat: value.lat };
}

export function rowsOf(value: unknown): RowValue[] | null {
  return Array.isArray(value) ? value.filter(isObject) : null;
}
