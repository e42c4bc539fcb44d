import type { Entity, Field, FieldType } from "./api/entities";
import type { Row } from "./api/list";
import { titleFieldOf } from "./recordTitle";
import { linkOf } from "@/features/fields/shapes";
import { isBlank } from "@/features/fields/valueText";

const room = 4;
const least = 4;

/** What tells records apart at a glance comes first: when, whose, how to reach, how much. */
const weight: Partial<Record<FieldType, number>> = {
  date: 0,
  link: 0,
  phone: 0,
  plate: 0,
  money: 1,
  text: 2,
  vin: 2,
  number: 2,
  choice: 3,
  datetime: 3,
};

/** A clock goes before all. */
function weightOf({ type, settings }: Field): number {
  if (settings.met_by) return -1;
  return weight[type] ?? least;
}

/** A number whose unit nobody sees says nothing without its name. */
function isBare({ type, settings }: Field): boolean {
  if (type === "formula") return settings.result === "number" || settings.result === "integer";
  return (type === "integer" || type === "number") && !settings.unit;
}

/** One of several that say the same few words says nothing without its name. */
function isTwin(entity: Entity, field: Field): boolean {
  if (field.type !== "choice" || field.name === entity.state) return false;
  const words = wordsOf(field);
  return entity.fields.some((other) => other.name !== field.name && other.type === "choice" && wordsOf(other) === words);
}

function wordsOf({ choices }: Field): string {
  return choices.map(({ value }) => value).join(" ");
}

/** The few of `fields` that say most about a record beside its title, in their own order. Blank ones say nothing. */
export function briefFields(entity: Entity, fields: Field[], row: Row): Field[] {
  const title = titleFieldOf(entity, row);
  const said = new Set([entity.title_fields[0], title, ...entity.told_by]);
  // A link that is called as the record itself says nothing more.
  const isSame = (field: Field) => title !== null && linkOf(row[field.name])?.title === row[title];
  const telling = fields.filter((field) => !said.has(field.name) && !isBlank(row[field.name]) && !isBare(field) && !isSame(field) && !isTwin(entity, field));
  const kept = new Set(telling.toSorted((one, other) => weightOf(one) - weightOf(other)).slice(0, room));
  return telling.filter((field) => kept.has(field));
}

/** As many columns as anybody reads across: with hundreds of fields a list of all of them is slow and says nothing. */
const usualColumns = 20;

/** The columns of a list where nobody chose any. */
export function listFields(entity: Entity): Field[] {
  return entity.fields.filter((field) => field.in_list).slice(0, usualColumns);
}
