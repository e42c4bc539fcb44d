import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { meQuery } from "@/features/session/api/me";
import { startPath } from "@/features/session/startPath";
import { languageOfServer, switchLanguage } from "@/i18n/i18n";
import type { AuthOutcome } from "./api/auth";

/** Goes on after an answer of the sign-in API: in, or to the step that waits. */
export function useEnter(next: string | undefined) {
  const client = useQueryClient();
  const navigate = useNavigate();

  return async function enter(outcome: AuthOutcome, options: { keepLanguage?: boolean } = {}): Promise<void> {
    if (!outcome.signedIn) {
      await navigate({ to: outcome.pending ? "/verify" : "/sign-in", search: next ? { next } : {} });
      return;
    }
    // What another person read here is forgotten; a page that stays open learns who is in by the fetch.
    client.removeQueries({ type: "inactive" });
    const me = await client.fetchQuery({ ...meQuery, staleTime: 0 });
    if (!options.keepLanguage) await switchLanguage(languageOfServer(me.person.language));
    await navigate({ href: next ?? startPath(me), replace: true });
  };
}
