import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keepPrintTemplate, savePrintTemplate } from "@/api/sdk.gen";
import { useSavedDraft } from "@/features/design/useSavedDraft";
import { inStore } from "@/http/inStore";
import type { Layout, Template } from "../api";

/** What of a template is changed here. */
export type Content = { name: string; layout: Layout };

/** The draft of a template, which saves itself; `kept`: whether what is printed is what stands here. */
export function useTemplate(store: string, template: Template) {
  const client = useQueryClient();
  const [told, setTold] = useState(template);
  const request = { path: { template_id: template.id }, headers: inStore(store) };
  const again = () => client.invalidateQueries({ queryKey: ["store", store, "print"], refetchType: "none" });
  const state = useSavedDraft<Content>({
    first: { name: template.name, layout: template.layout },
    version: template.draft_version,
    conflictCode: "print_draft_changed",
    save: async (from, { name, layout }) => {
      const answer = await savePrintTemplate({ ...request, body: { draft_version: from, name, layout: { ...layout } } });
      setTold(answer);
      await again();
      return answer.draft_version;
    },
  });
  const take = (theirs: Template) => {
    setTold(theirs);
    state.take({ name: theirs.name, layout: theirs.layout }, theirs.draft_version);
  };
  return {
    ...state,
    id: template.id,
    problems: told.problems,
    kept: told.kept,
    changed: state.dirty || told.changed,
    retired: told.retired,
    take,
    /** From now on what stands here is printed. What is typed meanwhile stays. */
    keep: async () => {
      const answer = await keepPrintTemplate({ ...request, body: { draft_version: state.version } });
      take(answer);
      await again();
    },
  };
}

export type TemplateState = ReturnType<typeof useTemplate>;
