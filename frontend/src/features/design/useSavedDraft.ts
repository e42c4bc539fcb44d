import { useEffect, useState } from "react";
import { isApiError } from "@/http/ApiError";
import { useHistory } from "./useHistory";

const pause = 700;

type Kept<Content> = {
  first: Content;
  version: number;
  /** The code by which the server says that somebody else changed it meanwhile. */
  conflictCode: string;
  /** Answers the draft's new version. */
  save: (from: number, content: Content) => Promise<number>;
};

/**
 * A draft that saves itself a moment after each change, one save at a time. When somebody else changed it meanwhile
 * nothing is overwritten: `conflict` then waits for a decision.
 */
export function useSavedDraft<Content>({ first, version: begun, conflictCode, save: send }: Kept<Content>) {
  const history = useHistory<Content>(first);
  const [version, setVersion] = useState(begun);
  const [saved, setSaved] = useState<Content>(history.value);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const dirty = history.value !== saved;
  const conflict = isApiError(error, conflictCode) ? Number(error.params.version) : null;

  async function save(from: number): Promise<void> {
    const content = history.value;
    setSaving(true);
    try {
      setVersion(await send(from, content));
      setSaved(content);
      setError(null);
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
    /** Another draft than the one it began with: theirs, or what was gone back to. */
    take: (content: Content, at: number) => {
      history.reset(content);
      setSaved(content);
      setVersion(at);
      setError(null);
    },
    retry: () => setError(null),
  };
}

export type SavedDraft<Content> = ReturnType<typeof useSavedDraft<Content>>;
