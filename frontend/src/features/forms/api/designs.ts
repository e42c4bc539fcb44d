import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { checkFormDraft, getFormDraft, listForms, listFormVersions, previewForm } from "@/api/sdk.gen";
import type { FormCheckedOut, FormDraftOut, FormHeadOut, FormPreviewOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";

export type Head = FormHeadOut;
export type Draft = FormDraftOut;
export type Checked = FormCheckedOut;
export type Preview = FormPreviewOut;
export type Problem = Checked["problems"][number];

const keyOf = (store: string) => ["store", store, "forms"] as const;

/** The forms of a kind of record, in the order in which they are tried. */
export function formsQuery(store: string, entity: string) {
  return queryOptions({
    queryKey: [...keyOf(store), "of", entity],
    queryFn: ({ signal }) => listForms({ query: { entity }, headers: inStore(store), signal }),
  });
}

/** Never out of the cache: what is drafted upon was read now. */
export function draftQuery(store: string, id: string) {
  return queryOptions({
    // Apart from what is read anew after any change of the store: nobody's typing is taken away.
    queryKey: ["form draft", store, id],
    queryFn: ({ signal }) => getFormDraft({ path: { form_id: id }, headers: inStore(store), signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** `version`: of the draft that is checked. */
export function checkQuery(store: string, id: string, version: number) {
  return queryOptions({
    queryKey: [...keyOf(store), "check", id, version],
    queryFn: ({ signal }) => checkFormDraft({ path: { form_id: id }, headers: inStore(store), signal }),
    placeholderData: keepPreviousData,
  });
}

export function versionsQuery(store: string, id: string) {
  return queryOptions({
    queryKey: [...keyOf(store), "versions", id],
    queryFn: ({ signal }) => listFormVersions({ path: { form_id: id }, headers: inStore(store), signal }),
  });
}

type Asked = { id: string; version: number; role: string; values: Record<string, unknown> };

export function previewQuery(store: string, { id, version, role, values }: Asked) {
  return queryOptions({
    queryKey: [...keyOf(store), "preview", id, version, role, JSON.stringify(values)],
    queryFn: ({ signal }) => previewForm({ path: { form_id: id }, body: { role, values }, headers: inStore(store), signal }),
    placeholderData: keepPreviousData,
  });
}
