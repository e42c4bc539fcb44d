import { apiFetch } from "@/http/apiFetch";
import { inStore } from "@/http/inStore";
import { withQuery } from "@/http/request";
import type { ListSearch } from "../listSearch";

export type FileKind = "csv" | "xlsx";
export type Exported = { rows: number; leftOut: string[] };

/** Saves all that the list's search and filter find, in its order and columns. `leftOut`: fields of personal data. */
export async function saveExport(
  store: string,
  entity: string,
  kind: FileKind,
  { q, sort, filter, fields }: ListSearch & { fields: string[] },
): Promise<Exported> {
  const query = { q, sort, filter: filter ? JSON.stringify(filter) : "", fields: fields.join(",") };
  const answer = await apiFetch(withQuery(`/api/store/records/${entity}/export.${kind}`, query), { headers: inStore(store) });
  const named = /filename\*?=(?:utf-8'')?"?([^";]+)/i.exec(answer.headers.get("Content-Disposition") ?? "")?.[1];
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = named ? decodeURIComponent(named) : `${entity}.${kind}`;
  link.click();
  URL.revokeObjectURL(url);
  return {
    rows: Number(answer.headers.get("X-Rows") ?? 0),
    leftOut: (answer.headers.get("X-Left-Out") ?? "").split(",").filter(Boolean),
  };
}
