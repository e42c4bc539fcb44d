import { withQuery } from "@/http/request";
import { saveFile } from "@/http/saveFile";
import type { ListSearch } from "../listSearch";

export type FileKind = "csv" | "xlsx";
export type Exported = { rows: number; leftOut: string[] };

/** Saves all that the list's search and filter find, in its order and columns. `leftOut`: fields of personal data. */
export async function saveExport(
  store: string,
  entity: string,
  kind: FileKind,
  { q, sort, filter, tags, fields }: ListSearch & { fields: string[] },
): Promise<Exported> {
  const query = { q, sort, filter: filter ? JSON.stringify(filter) : "", fields: fields.join(","), tags };
  const path = withQuery(`/api/store/records/${entity}/export.${kind}`, query);
  const headers = await saveFile(store, path, `${entity}.${kind}`);
  return {
    rows: Number(headers.get("X-Rows") ?? 0),
    leftOut: (headers.get("X-Left-Out") ?? "").split(",").filter(Boolean),
  };
}
