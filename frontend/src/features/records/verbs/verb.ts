import type { VerbOut } from "@/api/types.gen";
import { isBlank } from "@/features/fields/valueText";
import { dayAt } from "@/format/date";
import type { Entity, Field } from "../api/entities";
import type { Row } from "../api/list";
import { isOpen } from "../form/values";

export type Verb = VerbOut;

/** What stands in its sheet before anybody says otherwise: the day or the moment of doing it. */
export function nowOf(entity: Entity, verb: Verb, record: Row, now: Date): Record<string, string> {
  const dated = verb.asks.filter(({ field, now: dates }) => dates && isBlank(record[field]));
  return Object.fromEntries(dated.map(({ field }) => [field, entity.fields.find(({ name }) => name === field)?.type === "date" ? dayAt(now) : now.toISOString()]));
}

/** The fields that a verb asks for, as its sheet shows them. */
export function askedFields(entity: Entity, verb: Verb): Field[] {
  return verb.asks.flatMap(({ field: name, required, help }) => {
    const field = entity.fields.find((one) => one.name === name);
    // What one may leave out is not shown to who may not write it.
    return field && (required || (field.right === "write" && !field.read_only)) ? [{ ...field, required, help: help ?? field.help }] : [];
  });
}

/**
 * What the sheet of a verb shows: what it asks for, what the store's form asks for where it leads to, and what the
 * server has missed. `because`: asked for by the form only since the record goes there.
 */
export function shownFields(entity: Entity, verb: Verb, record: Row, needed: { required: ReadonlySet<string>; because: ReadonlySet<string> }, refused: string[]): Field[] {
  const asked = askedFields(entity, verb).map((field) => ({ ...field, required: field.required || needed.required.has(field.name) }));
  const beyond = entity.fields.filter(
    (field) => !asked.some(({ name }) => name === field.name) && isOpen(field, record) && ((needed.because.has(field.name) && isBlank(record[field.name])) || refused.includes(field.name)),
  );
  return [...asked, ...beyond.map((field) => ({ ...field, required: true }))];
}

export type Step = { value: string; index: number; is: "done" | "now" | "ahead" };

/** The states on the usual way, in order; another end only where the record has come to it. */
export function steps(entity: Entity, now: unknown): Step[] {
  const shown = typeof now === "string" && now && !entity.way.includes(now) ? [...entity.way.slice(0, -1), now] : entity.way;
  const at = shown.findIndex((value) => value === now);
  return shown.map((value, index) => ({ value, index, is: index < at ? "done" : index === at ? "now" : "ahead" }));
}

/** The first that leads on is what people usually do next, else one that moves nothing; the others stand behind it. */
export function inOrder(entity: Entity, verbs: Verb[], now: unknown): { next: Verb | null; others: Verb[] } {
  const place = new Map(entity.fields.find(({ name }) => name === entity.state)?.choices.map(({ value }, index) => [value, index]));
  const here = place.get(String(now)) ?? 0;
  const usual = verbs.filter(({ grave }) => !grave);
  const next = usual.find(({ to }) => to !== null && (place.get(to) ?? 0) > here) ?? usual.find(({ to }) => to === null) ?? usual[0] ?? null;
  return { next, others: verbs.filter((verb) => verb !== next) };
}

/** By which it could be taken back, as far as the person may do that. */
export function wayBack(entity: Entity, verb: Verb): Verb | null {
  return entity.verbs.find(({ of }) => verb.to !== null && of.includes(verb.to)) ?? null;
}
