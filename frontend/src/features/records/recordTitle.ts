import type { Entity } from "./api/entities";
import type { Row } from "./api/list";
import { isBlank, valueText } from "@/features/fields/valueText";
import type { Words } from "@/features/fields/valueText";

/** The field that names a record: the first of the entity's title fields that is not empty. */
export function titleFieldOf(entity: Entity, row: Row): string | null {
  return entity.title_fields.find((name) => !isBlank(row[name])) ?? null;
}

export function recordTitle(entity: Entity, row: Row, words: Words): string {
  const name = titleFieldOf(entity, row);
  const field = entity.fields.find((candidate) => candidate.name === name);
  return field ? valueText(row[field.name], field, words) : words.unnamed;
}
