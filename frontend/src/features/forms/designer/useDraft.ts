import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { saveFormDraft } from "@/api/sdk.gen";
import { isApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import { formsQuery } from "../api/designs";
import type { Draft } from "../api/designs";
import type { Layout } from "./layout";
import { useHistory } from "./useHistory";

/** What of a draft is changed here. */
export type Content = { name: string; roles: string[]; purposes: Draft["purposes"]; layout: Layout };

const pause = 700;

export function contentOf({ name, roles, purposes, layout }: Draft): Content {
  return { name, roles, purposes, layout };
}

/**
 * A draft that saves itself a moment after each change, one save at a time. When somebody else changed it meanwhile
 * nothing is overwritten: `conflict` then waits for a decision.
 */
export function useDraft(store: string, draft: Draft) {
  const client = useQueryClient();
  const history = useHistory<Content>(contentOf(draft));
  const [version, setVersion] = useState(draft.draft_version);
  const [saved, setSaved] = useState<Content>(history.value);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const dirty = history.value !== saved;
  const conflict = isApiError(error, "form_draft_changed") ? Number(error.params.version) : null;

  async function save(from: number): Promise<void> {
    const content = history.value;
    setSaving(true);
    try {
      const body = { draft_version: from, ...content };
      const answer = await saveFormDraft({ path: { form_id: draft.id }, body, headers: inStore(store) });
      setVersion(answer.draft_version);
      setSaved(content);
      setError(null);
      void client.invalidateQueries({ queryKey: formsQuery(store, draft.entity).queryKey });
    } catch (refused) {
      setError(refused);
    } finally {
      setSaving(false);
    }
  }

  useEffect(() => {
    if (!dirty || saving || error) return;
    const timer = setTimeout(() => void save(version), pause);
    return () => clearTimeout(timer);
  });

  return {
    ...history,
    put: (content: Content, kind = "") => {
      if (!conflict) setError(null);
      history.put(content, kind);
    },
    version,
    dirty,
    saving,
    error,
    conflict,
    /** Ours over theirs. */
    overwrite: () => (conflict === null ? undefined : void save(conflict)),
    /** Another draft than the one it began with: theirs, or what was rolled back to. */
    take: (other: Draft) => {
      const content = contentOf(other);
      history.reset(content);
      setSaved(content);
      setVersion(other.draft_version);
      setError(null);
    },
    retry: () => setError(null),
  };
}

export type DraftState = ReturnType<typeof useDraft>;
