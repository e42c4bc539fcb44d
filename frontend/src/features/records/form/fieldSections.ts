import type { Entity, Field } from "../api/entities";

export type FieldSection = { name: string; fields: Field[] };

/** What the product writes beside every record: shown apart. */
export const stamps = new Set(["created_at", "updated_at"]);

/** So many fields fit on a page without folding and searching. */
export const manyFields = 40;

/** The parts of a form in the catalogue's order; the part without a name comes first. */
export function fieldSections(fields: Field[]): FieldSection[] {
  const byName = new Map<string, Field[]>([["", []]]);
  for (const field of fields) byName.set(field.section, [...(byName.get(field.section) ?? []), field]);
  return [...byName].map(([name, part]) => ({ name, fields: part })).filter((section) => section.fields.length > 0);
}

/** The fields whose label or section holds the words, in whichever language they are written. */
export function matchingFields(fields: Field[], words: string): Field[] {
  const sought = words.trim().toLowerCase();
  if (!sought) return fields;
  return fields.filter(({ label, section, name }) =>
    [label.zh, label.en, section, name].some((text) => text.toLowerCase().includes(sought)),
  );
}

export function ownFields(entity: Entity): Field[] {
  return entity.fields.filter((field) => !stamps.has(field.name));
}
