import { apiFetch } from "./apiFetch";
import { inStore } from "./inStore";

/** Saves what a store's address answers as a file, under the name that the answer gives; answers its headers. */
export async function saveFile(store: string, path: string, otherwise: string): Promise<Headers> {
  const answer = await apiFetch(path, { headers: inStore(store) });
  const named = /filename\*?=(?:utf-8'')?"?([^";]+)/i.exec(answer.headers.get("Content-Disposition") ?? "")?.[1];
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = named ? decodeURIComponent(named) : otherwise;
  link.click();
  URL.revokeObjectURL(url);
  return answer.headers;
}
