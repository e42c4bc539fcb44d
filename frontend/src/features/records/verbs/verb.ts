import type { VerbOut } from "@/api/types.gen";
import type { Entity, Field } from "../api/entities";

export type Verb = VerbOut;

/** The fields that a verb asks for, as its sheet shows them. */
export function askedFields(entity: Entity, verb: Verb): Field[] {
  return verb.asks.flatMap(({ field: name, required }) => {
    const field = entity.fields.find((one) => one.name === name);
    return field ? [{ ...field, required }] : [];
  });
}

export type Step = { value: string; index: number; is: "done" | "now" | "ahead" };

/**
 * The states on the usual way, in order: those that lead on, and the end that the usual way comes to; another end only
 * where the record has come to it.
 */
export function steps(entity: Entity, now: unknown): Step[] {
  const choices = entity.fields.find(({ name }) => name === entity.state)?.choices ?? [];
  const place = new Map(choices.map(({ value }, index) => [value, index]));
  const leadsOn = (state: string) => entity.verbs.some(({ of, to }) => of.includes(state) && to !== null && (place.get(to) ?? 0) > (place.get(state) ?? 0));
  const way = choices.filter(({ value }) => leadsOn(value));
  const end = choices.find(({ value }) => !leadsOn(value));
  const here = choices.find(({ value }) => value === now);
  const last = here && !leadsOn(here.value) ? here : end;
  const shown = last ? [...way, last] : way;
  const at = shown.findIndex(({ value }) => value === now);
  return shown.map(({ value }, index) => ({ value, index, is: index < at ? "done" : index === at ? "now" : "ahead" }));
}
