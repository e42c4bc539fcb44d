import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getForm, getFormState } from "@/api/sdk.gen";
import type { LiveFormOut, FormStateOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";

export type LiveForm = LiveFormOut;
export type LiveState = FormStateOut;
export type Purpose = "create" | "edit" | "detail";

/** The form in force for the person, without what they may not see; null where records are entered without one. */
/** `step`: the id of what a flow asks: the form of that step. */
export function liveFormQuery(store: string, entity: string, purpose: Purpose, step: string | null = null) {
  return queryOptions({
    queryKey: ["store", store, "form", entity, purpose, step],
    queryFn: async ({ signal }) => {
      const answer = await getForm({ path: { entity }, query: { purpose, ...(step ? { step } : {}) }, headers: inStore(store), signal });
      return answer.form;
    },
    staleTime: 60_000,
  });
}

type Asked = { store: string; entity: string; purpose: Purpose; id: string | null; step?: string | null; values: Record<string, unknown> };

/** What the form says of what is entered so far. The server answers by what it judges writes by, and keeps nothing. */
export function liveStateQuery({ store, entity, purpose, id, step = null, values }: Asked, form: LiveForm | null) {
  return queryOptions({
    queryKey: ["store", store, "form", entity, purpose, "state", form?.id, form?.version, id, step, JSON.stringify(values)],
    queryFn: async ({ signal }) => {
      const body = { purpose, record_id: id, values, step };
      const answer = await getFormState({ path: { entity }, body, headers: inStore(store), signal });
      return answer.state;
    },
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    staleTime: 0,
  });
}
