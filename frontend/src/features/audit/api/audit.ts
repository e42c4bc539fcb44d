import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { listAudit } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";
import { withQuery } from "@/http/request";
import { saveFile } from "@/http/saveFile";
import { auditQueryOf } from "../auditSearch";
import type { AuditSearch } from "../auditSearch";

const pageSize = 50;

/** Entries of the store's audit, the latest first. */
export function auditQuery(store: string, search: AuditSearch) {
  return infiniteQueryOptions({
    queryKey: ["store", store, "audit", search],
    queryFn: ({ pageParam, signal }) =>
      listAudit({
        signal,
        headers: inStore(store),
        query: { ...auditQueryOf(search), cursor: pageParam, limit: pageSize },
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** Saves all that the filters find; answers how many lines. */
export async function saveAudit(store: string, kind: "csv" | "xlsx", search: AuditSearch): Promise<number> {
  const headers = await saveFile(store, withQuery(`/api/store/audit/export.${kind}`, auditQueryOf(search)), `audit.${kind}`);
  return Number(headers.get("X-Rows") ?? 0);
}
