import { listPath } from "@/features/records/paths";

/** /s/north/customers/import: where files of this kind of record are brought in. */
export function importsPath(store: string, entity: string): string {
  return `${listPath(store, entity)}/import`;
}

export function importPath(store: string, entity: string, id: string): string {
  return `${importsPath(store, entity)}/${id}`;
}
