import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { publishFlow, saveFlow, switchFlow } from "@/api/sdk.gen";
import { useSavedDraft } from "@/features/design/useSavedDraft";
import { inStore } from "@/http/inStore";
import { flowQuery, flowsKey } from "../api";
import type { Flow } from "../api";
import { place } from "../drawn/edits";
import { overlap, placesOf } from "../drawn/layout";
import type { Definition } from "../drawn/nodes";
import { ofServer, toServer } from "../drawn/sent";

/** What of a flow is changed here. */
export type Content = { name: string; definition: Definition };

/** What nobody has laid out is laid out: a template, or steps that stand over each other. */
function contentOf(flow: Flow): Content {
  const kept = ofServer(flow.definition);
  return { name: flow.name, definition: flow.draft_version === 1 || overlap(kept) ? place(kept, placesOf(kept)) : kept };
}

/** The draft of a flow, which saves itself; `told`: what the server says of it, its problems too. */
export function useFlow(store: string, flow: Flow) {
  const client = useQueryClient();
  const [told, setTold] = useState(flow);
  const request = { path: { flow_id: flow.id }, headers: inStore(store) };
  const again = () => client.invalidateQueries({ queryKey: flowsKey(store) });
  const state = useSavedDraft<Content>({
    first: contentOf(flow),
    version: flow.draft_version,
    conflictCode: "flow_draft_changed",
    save: async (from, { name, definition }) => {
      const answer = await saveFlow({ ...request, body: { draft_version: from, name, definition: toServer(definition) } });
      setTold(answer);
      return answer.draft_version;
    },
  });
  const takeTheirs = async () => {
    const theirs = await client.fetchQuery({ ...flowQuery(store, flow.id), staleTime: 0 });
    setTold(theirs);
    state.take(contentOf(theirs), theirs.draft_version);
    await again();
  };
  return {
    ...state,
    told,
    takeTheirs,
    change: (definition: Definition, merged = "") => state.put({ ...state.value, definition }, merged),
    publish: async (note: string) => {
      const { number } = await publishFlow({ ...request, body: { draft_version: state.version, note } });
      const theirs = await client.fetchQuery({ ...flowQuery(store, flow.id), staleTime: 0 });
      setTold(theirs);
      await again();
      return number;
    },
    switchOn: async (on: boolean) => {
      setTold(await switchFlow({ ...request, body: { on } }));
      await again();
    },
  };
}

export type FlowState = ReturnType<typeof useFlow>;
