import type { DesignedFieldOut } from "@/api/types.gen";

export type FieldSection = { name: string; fields: DesignedFieldOut[] };

/** Fields by section; sections in the order in which their first fields come. */
export function sectionsOf(fields: DesignedFieldOut[]): FieldSection[] {
  const names = [...new Set(fields.map(({ section }) => section))];
  return names.map((name) => ({ name, fields: fields.filter(({ section }) => section === name) }));
}

/** Sorted as `names` say; what they don't name comes behind as it was. */
export function arranged(fields: DesignedFieldOut[], names: string[]): DesignedFieldOut[] {
  const place = new Map(names.map((name, index) => [name, index]));
  return fields.toSorted((a, b) => (place.get(a.name) ?? names.length) - (place.get(b.name) ?? names.length));
}

/** The names with one of them a place earlier or later, or null at the end. */
export function shifted(names: string[], name: string, by: -1 | 1): string[] | null {
  const from = names.indexOf(name);
  const other = names[from + by];
  if (from < 0 || other === undefined) return null;
  return names.map((one) => (one === name ? other : one === other ? name : one));
}

/** The names with one field a place earlier or later within its section, or null at its end. */
export function moved(fields: DesignedFieldOut[], name: string, by: -1 | 1): string[] | null {
  const sections = sectionsOf(fields);
  const section = sections.find((one) => one.fields.some((field) => field.name === name));
  if (!section) return null;
  const from = section.fields.findIndex((field) => field.name === name);
  const other = section.fields[from + by];
  const field = section.fields[from];
  if (!field || !other) return null;
  const swapped = section.fields.map((one) => (one === field ? other : one === other ? field : one));
  return sections.flatMap((one) => (one === section ? swapped : one.fields)).map((one) => one.name);
}
