import { sectionOf } from "./sections";

/** /s/north/customers; kinds of record of a store's own have their place under /s/north/records/. */
export function listPath(store: string, entity: string): string {
  return `/s/${store}/${sectionOf(entity) ?? `records/${entity}`}`;
}

export function recordPath(store: string, entity: string, id: string): string {
  return `${listPath(store, entity)}/${id}`;
}

export function newPath(store: string, entity: string): string {
  return `${listPath(store, entity)}/new`;
}

export function editPath(store: string, entity: string, id: string): string {
  return `${recordPath(store, entity, id)}/edit`;
}

export function personalPath(store: string, entity: string, id: string): string {
  return `${recordPath(store, entity, id)}/personal-data`;
}
