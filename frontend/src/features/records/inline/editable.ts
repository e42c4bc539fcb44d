import { canBeWritten } from "@/features/fields/FieldInput";
import type { Field, FieldType } from "../api/entities";
import type { Row } from "../api/list";
import { isMask } from "../form/values";

/** Written in one line; the others want the room of the record's form. */
const roomy = new Set<FieldType>(["long_text", "rich_text", "table", "address", "location", "file", "photo", "signature"]);
/** One choice is the whole value: it is saved without a further key. */
const chosenAtOnce = new Set<FieldType>(["choice", "boolean", "rating", "link", "user", "store"]);

export function isEditableColumn(field: Field): boolean {
  return canBeWritten(field) && !roomy.has(field.type) && !field.settings.multiline;
}

export function isEditableCell(field: Field, row: Row): boolean {
  return isEditableColumn(field) && !isMask(row[field.name], field);
}

export function isChosenAtOnce(field: Field): boolean {
  return chosenAtOnce.has(field.type);
}
