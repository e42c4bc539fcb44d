import { queryOptions } from "@tanstack/react-query";
import { readPersonalData } from "@/api/sdk.gen";
import type { PersonalDataOut } from "@/api/types.gen";
import { apiFetch } from "@/http/apiFetch";
import { inStore } from "@/http/inStore";
import { withQuery } from "@/http/request";

export type PersonalData = PersonalDataOut;
export type ExportReason = "asked" | "authority";

export function personalDataQuery(store: string, entity: string, id: string) {
  return queryOptions({
    queryKey: ["store", store, "personalData", entity, id],
    queryFn: ({ signal }) => readPersonalData({ signal, headers: inStore(store), path: { entity, record_id: id } }),
    gcTime: 0,
  });
}

export async function savePersonalData(store: string, entity: string, id: string, reason: ExportReason): Promise<void> {
  const place = withQuery(`/api/store/records/${entity}/${id}/personal-data.zip`, { reason });
  const answer = await apiFetch(place, { headers: inStore(store) });
  const named = /filename="?([^";]+)/i.exec(answer.headers.get("Content-Disposition") ?? "")?.[1];
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = named ?? "personal-data.zip";
  link.click();
  URL.revokeObjectURL(url);
}
