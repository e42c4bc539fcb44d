import type { Entity, Field } from "./api/entities";
import type { Row } from "./api/list";
import { isBlank, valueText } from "@/features/fields/valueText";
import type { Words } from "@/features/fields/valueText";

/** The field that names a record: the first of the entity's title fields that is not empty. */
export function titleFieldOf(entity: Entity, row: Row): string | null {
  return entity.title_fields.find((name) => !isBlank(row[name])) ?? null;
}

/** What names it together, where no single field does. */
function toldBy(entity: Entity, row: Row): Field[] {
  return entity.fields.filter((field) => entity.told_by.includes(field.name) && !isBlank(row[field.name]));
}

export function recordTitle(entity: Entity, row: Row, words: Words): string {
  const told = toldBy(entity, row);
  if (told.length > 0) return told.map((field) => valueText(row[field.name], field, words)).join(" · ");
  const name = titleFieldOf(entity, row);
  const field = entity.fields.find((candidate) => candidate.name === name);
  return field ? valueText(row[field.name], field, words) : words.unnamed;
}
