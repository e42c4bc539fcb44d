import type { Entity, Field, Operator } from "./api/entities";
import type { Fold } from "./filter";
import { keyOf } from "./filter";
import { answeringKind } from "@/features/fields/field";
import { labelIn } from "@/i18n/labelIn";
import type { useRecordsTexts } from "./texts";
import type { Tag } from "@/features/tags/api";

export type Section = { label: string; fields: Field[] };
/** What conditions on a kind of record may name. A field that is reached through a link, or counted over what belongs to
 * a record, stands here as a field of its own, called by `keyOf`. */
export type Offered = { sections: Section[]; fields: Field[]; within: (relation: string) => Offered | null };
/** `tags`: those of the store; conditions on them are offered where they are given. */
type Told = { t: ReturnType<typeof useRecordsTexts>; language: string; tags?: Tag[] | undefined };

const summed = new Set<Field["type"]>(["number", "integer", "money"]);
const dated = new Set<Field["type"]>(["date", "datetime"]);

function isOffered(field: Field): boolean {
  return field.filterable && field.operators.length > 0;
}

function every({ fields }: Entity): Field[] {
  return fields.filter(isOffered);
}

function stored(entity: Entity): Field[] {
  return every(entity).filter(({ type }) => type !== "formula" && type !== "rollup");
}

function named(label: string): Field["label"] {
  return { zh: label, en: label };
}

/** The fields of the record itself alone, and of the records that its links lead to: what policies may hang on. */
export function offeredPlainly(entity: Entity, entities: Entity[], { t, language }: Told): Offered {
  const own = { label: labelIn(entity.label, language), fields: stored(entity) };
  return together([own, ...linked(entity, entities, { t, language }, stored)]);
}

/** Besides: computed fields, and what belongs to the record counted and summed. `counted`: false inside of a count. */
export function offeredFor(entity: Entity, entities: Entity[], told: Told, counted = true): Offered {
  const { t, language } = told;
  const belonging = counted ? relationsOf(entity, entities) : [];
  const numeric = entities.flatMap(({ fields }) => fields).find(({ type }) => summed.has(type))?.operators ?? [];
  const sections = belonging.map(({ relation, there }): Section => {
    const plural = labelIn(there.label_plural, language);
    const count: Field = { ...blank(there), name: keyOf({ field: relation, aggregate: "count" }), label: named(t("filter.fold.count", { entity: plural })), operators: numeric.filter(({ takes }) => takes !== "nothing") };
    return { label: plural, fields: [count, ...there.fields.flatMap((field) => folded(field, relation, plural, told))] };
  });
  const own = { label: labelIn(entity.label, language), fields: [...every(entity), ...tagged(entity, told), ...ranked(entity, told)] };
  return together([own, ...linked(entity, entities, told, every), ...sections], (relation) => {
    const found = belonging.find((one) => relation === one.relation || relation.startsWith(`${one.relation}.`));
    return found ? offeredFor(found.there, entities, told, false) : null;
  });
}

function together(sections: Section[], within: Offered["within"] = () => null): Offered {
  const filled = sections.filter(({ fields }) => fields.length > 0);
  return { sections: filled, fields: filled.flatMap(({ fields }) => fields), within };
}

function linked(entity: Entity, entities: Entity[], { t, language }: Told, kept: (entity: Entity) => Field[]): Section[] {
  return entity.fields.flatMap((link): Section[] => {
    const there = entities.find(({ name }) => link.type === "link" && name === link.target);
    if (!there) return [];
    const whole = labelIn(link.label, language);
    const fields = kept(there).map((field) => ({
      ...field,
      name: `${link.name}.${field.name}`,
      label: named(t("filter.of", { whole, part: labelIn(field.label, language) })),
    }));
    return [{ label: whole, fields }];
  });
}

/** As the server calls them: by the kind of record, and by its link too where two of them lead here. */
function relationsOf({ related }: Entity, entities: Entity[]): { relation: string; there: Entity }[] {
  return related.flatMap(({ entity, via }) => {
    const there = entities.find(({ name }) => name === entity);
    const alone = related.filter((one) => one.entity === entity).length === 1;
    return there ? [{ relation: alone ? entity : `${entity}_${via}`, there }] : [];
  });
}

function folded(field: Field, relation: string, whole: string, { t, language }: Told): Field[] {
  const kind = answeringKind(field);
  if (!isOffered(field) || field.right === "masked") return [];
  const made: Fold[] = summed.has(kind) ? ["sum", "avg", "max", "min"] : dated.has(kind) ? ["max", "min"] : [];
  return made.map((fold) => ({
    ...field,
    name: keyOf({ field: `${relation}.${field.name}`, aggregate: fold }),
    label: named(t(`filter.fold.${dated.has(kind) ? (fold === "max" ? "latest" : "earliest") : fold}`, { whole, field: labelIn(field.label, language) })),
    operators: field.operators.filter(({ takes }: Operator) => takes !== "nothing" || fold !== "sum"),
  }));
}

/** The tags that are put on records, as though they were a field. */
function tagged(entity: Entity, { t, tags }: Told): Field[] {
  if (!tags || tags.length === 0) return [];
  const operator = (name: string, takes: Operator["takes"], word: "any" | "none" | "empty" | "some"): Operator => ({ name, takes, label: named(t(`filter.tags.${word}`)) });
  const operators = [operator("in", "list", "any"), operator("notIn", "list", "none"), operator("null", "nothing", "empty"), operator("notNull", "nothing", "some")];
  const choices = tags.map(({ id, name }) => ({ value: id, label: named(name), retired: false }));
  return [{ ...blank(entity), name: "tags", type: "tags", label: named(t("filter.tags.label")), choices, operators, right: "read" }];
}

/** How much of the sum of a figure is made by those before a record, the largest first. */
function ranked(entity: Entity, { t, language, tags }: Told): Field[] {
  if (!tags) return [];
  const figures = entity.fields.filter((field) => summed.has(answeringKind(field)) && isOffered(field) && field.right !== "masked");
  return figures.map((field) => ({
    ...field,
    name: `top:${field.name}`,
    type: "percent",
    settings: { ...field.settings, unit: "" },
    label: named(t("filter.ranked", { field: labelIn(field.label, language) })),
    operators: field.operators.filter(({ name }) => name === "<" || name === ">="),
  }));
}

/** A whole number that no field keeps. */
function blank(entity: Entity): Field {
  const [field] = entity.fields;
  return { ...(field as Field), type: "integer", target: null, choices: [], sensitivity: "", settings: { ...(field as Field).settings, unit: "" } };
}
