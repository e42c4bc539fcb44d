import { useState } from "react";
import type { Entity, Field } from "./api/entities";
import { listFields } from "./briefFields";

const storageKey = (entity: string) => `chezhan.columns.${entity}`;

function remembered(entity: string): string[] | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(entity)) ?? "null");
    return Array.isArray(stored) ? stored.filter((name) => typeof name === "string") : null;
  } catch {
    return null;
  }
}

/** The columns of the open view, or those that a person chose for an entity on this device, in their order; the first title field's column always stays in front. */
export function useColumns(entity: Entity, view: { id: string; columns: string[] } | null) {
  const [remembers, setRemembers] = useState(() => remembered(entity.name));
  const [inView, setInView] = useState<{ id: string; names: string[] } | null>(null);
  const ofView = view && view.columns.length > 0 ? view : null;
  const chosen = ofView ? (inView?.id === ofView.id ? inView.names : ofView.columns) : remembers;
  const front = entity.title_fields[0];
  const usual = listFields(entity);

  function choose(names: string[] | null): void {
    if (ofView) {
      setInView(names && { id: ofView.id, names });
      return;
    }
    if (names) localStorage.setItem(storageKey(entity.name), JSON.stringify(names));
    else localStorage.removeItem(storageKey(entity.name));
    setRemembers(names);
  }
  const first = entity.fields.filter((field) => field.name === front);
  return { shown: [...first, ...inOrder(entity.fields, chosen ?? usual.map(({ name }) => name)).filter(({ name }) => name !== front)], choose };
}

/** The fields of these names, in their order; one that is no more is left out. */
export function inOrder(fields: Field[], names: string[]): Field[] {
  return [...new Set(names)].flatMap((name) => fields.find((field) => field.name === name) ?? []);
}

/** What to ask the server for: the columns, what names a record, what colours its plate, and what stops its clocks. */
export function fieldsToRead(entity: Entity, shown: Field[]): string[] {
  const kind = entity.fields.filter((field) => field.name === "plate_kind").map((field) => field.name);
  const met = shown.map(({ settings }) => settings.met_by).filter((name) => entity.fields.some((field) => field.name === name));
  return [...new Set([...shown.map((field) => field.name), ...entity.title_fields, ...entity.told_by, ...kind, ...met])];
}

/** The fields of a short list, where nobody chose columns. */
export function fieldsInList(entity: Entity): string[] {
  return fieldsToRead(entity, listFields(entity));
}
