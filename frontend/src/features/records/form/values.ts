import { isBlank } from "@/features/fields/valueText";
import { outgoing } from "@/features/fields/outgoing";
import { canBeWritten } from "@/features/fields/FieldInput";
import type { Entity, Field } from "../api/entities";
import type { Row } from "../api/list";

export type Values = Record<string, unknown>;

/** A value that was made unreadable on its way; typing over it is no change of what it hides. */
export function isMask(value: unknown): boolean {
  return typeof value === "string" && value.includes("*");
}

/** Whether the person may write this field of this record, as far as it can be told before asking. */
export function isOpen(field: Field, record: Row | null): boolean {
  return canBeWritten(field) && !(record && isMask(record[field.name]));
}

export function isSame(one: unknown, other: unknown, field: Field): boolean {
  if (isBlank(one) && isBlank(other)) return true;
  return JSON.stringify(outgoing(one, field)) === JSON.stringify(outgoing(other, field));
}

/** The fields of which `after` says something else than `before`. */
export function changedFields(entity: Entity, before: Values, after: Values): Field[] {
  return entity.fields.filter((field) => field.name in after && !isSame(before[field.name], after[field.name], field));
}

/** As the server takes them. */
export function outgoingValues(fields: Field[], values: Values): Values {
  return Object.fromEntries(fields.map((field) => [field.name, outgoing(values[field.name], field)]));
}
