import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { publishRule, saveRule } from "@/api/sdk.gen";
import { useSavedDraft } from "@/features/design/useSavedDraft";
import { inStore } from "@/http/inStore";
import { ruleQuery, rulesKey } from "../api";
import type { Rule } from "../api";
import { ofServer, toServer } from "../definition";
import type { Definition } from "../definition";

/** What of a rule is changed here. */
export type Content = { name: string; definition: Definition };

const contentOf = (rule: Rule): Content => ({ name: rule.name, definition: ofServer(rule.definition) });

/** The draft of a rule, which saves itself; `told`: what the server says of it. */
export function useRule(store: string, rule: Rule) {
  const client = useQueryClient();
  const [told, setTold] = useState(rule);
  const request = { path: { rule_id: rule.id }, headers: inStore(store) };
  const again = () => client.invalidateQueries({ queryKey: rulesKey(store) });
  const state = useSavedDraft<Content>({
    first: contentOf(rule),
    version: rule.draft_version,
    conflictCode: "rule_draft_changed",
    save: async (from, { name, definition }) => {
      const answer = await saveRule({ ...request, body: { draft_version: from, name, definition: toServer(definition) } });
      setTold(answer);
      return answer.draft_version;
    },
  });
  const takeTheirs = async () => {
    const theirs = await client.fetchQuery({ ...ruleQuery(store, rule.id), staleTime: 0 });
    setTold(theirs);
    state.take(contentOf(theirs), theirs.draft_version);
    await again();
  };
  return {
    ...state,
    told,
    takeTheirs,
    change: (definition: Definition, kind = "") => state.put({ ...state.value, definition }, kind),
    publish: async (note: string) => {
      const { number } = await publishRule({ ...request, body: { draft_version: state.version, note } });
      await takeTheirs();
      return number;
    },
  };
}

export type RuleState = ReturnType<typeof useRule>;
