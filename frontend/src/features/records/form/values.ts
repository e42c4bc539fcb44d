import { isBlank } from "@/features/fields/valueText";
import { outgoing } from "@/features/fields/outgoing";
import { canBeGiven, canBeWritten } from "@/features/fields/FieldInput";
import type { Entity, Field } from "../api/entities";
import type { Row } from "../api/list";

export type Values = Record<string, unknown>;

/** What the server leaves of a value by the kind of field; of all others four stars. */
const masks: Partial<Record<Field["type"], RegExp>> = {
  text: /^.?\*\*$/su,
  phone: /^\*{7}.{0,4}$/su,
  plate: /^(..)?\*{3}(..)?$/su,
  vin: /^(...)?\*{10}(....)?$/su,
  id_card: /^.?\*{16}.?$/su,
  email: /^.?\*{4}.{0,4}$/su,
};

/** A value that was made unreadable on its way; typing over it is no change of what it hides. */
export function isMask(value: unknown, field: Field): boolean {
  return typeof value === "string" && (masks[field.type] ?? /^\*{4}$/u).test(value);
}

/** Whether the person may write this field of this record, as far as it can be told before asking. */
export function isOpen(field: Field, record: Row | null): boolean {
  return record ? canBeWritten(field) && !isMask(record[field.name], field) : canBeGiven(field);
}

/** As its fields stand on a record on which no others than `changeable` may be written. */
export function asHere(entity: Entity, changeable: string[]): Entity {
  const fields = entity.fields.map((field) => (field.right === "write" && !changeable.includes(field.name) ? { ...field, right: "read" as const } : field));
  return { ...entity, fields };
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
