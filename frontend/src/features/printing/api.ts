import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getPrintTemplate, listPrintPlaces, listPrints, listPrintTemplates, previewPrintTemplate } from "@/api/sdk.gen";
import type { PrintableOut, PrintHeadOut, PrintLayoutOut, PrintTemplateOut } from "@/api/types.gen";
import { apiFetch } from "@/http/apiFetch";
import { inStore } from "@/http/inStore";

export type Head = PrintHeadOut;
export type Template = PrintTemplateOut;
export type Layout = PrintLayoutOut;
export type Block = Layout["blocks"][number];
export type Problem = Template["problems"][number];
export type Printable = PrintableOut;

/** How many records are printed at once. */
export const most = 50;

const keyOf = (store: string) => ["store", store, "print"] as const;

/** What records of the kind can be printed with. */
export function offeredQuery(store: string, entity: string) {
  return queryOptions({
    queryKey: [...keyOf(store), "offered", entity],
    queryFn: ({ signal }) => listPrints({ path: { entity }, headers: inStore(store), signal }),
  });
}

export function templatesQuery(store: string, entity: string) {
  return queryOptions({
    queryKey: [...keyOf(store), "templates", entity],
    queryFn: ({ signal }) => listPrintTemplates({ query: { entity }, headers: inStore(store), signal }),
  });
}

/** Never out of the cache: what is drafted upon was read now. */
export function templateQuery(store: string, id: string) {
  return queryOptions({
    queryKey: ["print draft", store, id],
    queryFn: ({ signal }) => getPrintTemplate({ path: { template_id: id }, headers: inStore(store), signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

export function placesQuery(store: string, entity: string) {
  return queryOptions({
    queryKey: [...keyOf(store), "places", entity],
    queryFn: ({ signal }) => listPrintPlaces({ query: { entity }, headers: inStore(store), signal }),
  });
}

/** The first pages as pictures. `record` null: of the first record of the list. */
export function previewQuery(store: string, entity: string, layout: Layout, record: string | null) {
  return queryOptions({
    queryKey: [...keyOf(store), "preview", entity, record, JSON.stringify(layout)],
    queryFn: ({ signal }) =>
      previewPrintTemplate({ body: { entity, layout: { ...layout }, record_id: record }, headers: inStore(store), signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    retry: false,
  });
}

type Asked = { store: string; entity: string; ids: string[]; template: string | null };
export type Paper = { file: Blob; name: string };

/** A PDF of the records, each on a page of its own. */
export async function printRecords({ store, entity, ids, template }: Asked): Promise<Paper> {
  const answer = await apiFetch(`/api/store/print/${entity}`, {
    method: "POST",
    headers: { ...inStore(store), "Content-Type": "application/json" },
    body: JSON.stringify({ ids, template }),
  });
  const named = /filename\*?=(?:utf-8'')?"?([^";]+)/i.exec(answer.headers.get("Content-Disposition") ?? "")?.[1];
  return { file: await answer.blob(), name: named ? decodeURIComponent(named) : `${entity}.pdf` };
}
