import { useQueryClient } from "@tanstack/react-query";
import { saveFormDraft } from "@/api/sdk.gen";
import { useSavedDraft } from "@/features/design/useSavedDraft";
import { inStore } from "@/http/inStore";
import { formsQuery } from "../api/designs";
import type { Draft } from "../api/designs";
import type { Layout } from "./layout";

/** What of a draft is changed here. */
export type Content = { name: string; roles: string[]; purposes: Draft["purposes"]; layout: Layout };

export function contentOf({ name, roles, purposes, layout }: Draft): Content {
  return { name, roles, purposes, layout };
}

/** The draft of a form, which saves itself. */
export function useDraft(store: string, draft: Draft) {
  const client = useQueryClient();
  const state = useSavedDraft<Content>({
    first: contentOf(draft),
    version: draft.draft_version,
    conflictCode: "form_draft_changed",
    save: async (from, content) => {
      const body = { draft_version: from, ...content };
      const answer = await saveFormDraft({ path: { form_id: draft.id }, body, headers: inStore(store) });
      void client.invalidateQueries({ queryKey: formsQuery(store, draft.entity).queryKey });
      return answer.draft_version;
    },
  });
  return { ...state, take: (other: Draft) => state.take(contentOf(other), other.draft_version) };
}

export type DraftState = ReturnType<typeof useDraft>;
