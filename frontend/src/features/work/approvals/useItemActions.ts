import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { addFlowApprover, approveFlowItem, completeFlowItem, delegateFlowItem, rejectFlowItem, returnFlowItem, transferFlowItem } from "@/api/sdk.gen";
import type { FlowDecisionIn } from "@/api/types.gen";
import { readAnew } from "@/features/records/api/save";
import { inStore } from "@/http/inStore";
import { useApprovalTexts } from "./texts";

export type Answer = "approve" | "reject" | "complete";
export type Passing = "delegate" | "transfer" | "before" | "after";

const answers = { approve: approveFlowItem, reject: rejectFlowItem, complete: completeFlowItem } as const;
const passings = { delegate: delegateFlowItem, transfer: transferFlowItem } as const;

/** What can be done with what a flow asks. Each is told when it is done; a refusal stays with the form. */
export function useItemActions(store: string, id: string, done: () => void) {
  const t = useApprovalTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const options = { headers: inStore(store), path: { item_id: id } };
  const running = useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; said: string }) => run(),
    onSuccess: (_, { said }) => {
      void message.success(said);
      done();
    },
    onSettled: () => readAnew(client, store),
  });
  return {
    busy: running.isPending,
    error: running.error,
    answer: (kind: Answer, body: FlowDecisionIn) => running.mutate({ run: () => answers[kind]({ ...options, body }), said: t(`said.${kind}`) }),
    pass: (way: Passing, to: string, comment: string) =>
      running.mutate({
        run: () =>
          way === "before" || way === "after"
            ? addFlowApprover({ ...options, body: { to, comment, before: way === "before" } })
            : passings[way]({ ...options, body: { to, comment } }),
        said: t(`said.${way}`),
      }),
    sendBack: (node: string, comment: string) => running.mutate({ run: () => returnFlowItem({ ...options, body: { node, comment } }), said: t("said.return") }),
  };
}

export type ItemActions = ReturnType<typeof useItemActions>;
