import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { cancelTask, changeRecord, finishTask, handOnTask, reopenTask } from "@/api/sdk.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { readAnew } from "@/features/records/api/save";
import { useUndoNotice } from "@/features/records/useUndoNotice";
import { inStore } from "@/http/inStore";
import type { Task } from "./task";
import { useWorkTexts } from "./texts";

/** What can be done with a task; done and cancelled can be taken back for ten seconds. */
export function useTaskActions(store: string) {
  const t = useWorkTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const undoable = useUndoNotice();
  const { message } = App.useApp();
  const headers = inStore(store);
  const running = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onError: refuse,
    onSettled: () => readAnew(client, store),
  });
  const reopen = (id: string, said = false) =>
    running.mutate(() => reopenTask({ headers, path: { task_id: id } }), {
      onSuccess: () => void (said && message.success(t("reopened"))),
    });
  return {
    /** The task that is on its way, so that its circle is filled at once. */
    busy: running.isPending,
    finish: ({ id, what }: Pick<Task, "id" | "what">, result: string | null, done?: () => void) =>
      running.mutate(() => finishTask({ headers, path: { task_id: id }, body: { result } }), {
        onSuccess: () => {
          undoable({ key: `task ${id}`, text: t("finished", { what }), onUndo: () => reopen(id) });
          done?.();
        },
      }),
    cancel: ({ id, what }: Task) =>
      running.mutate(() => cancelTask({ headers, path: { task_id: id }, body: {} }), {
        onSuccess: () => undoable({ key: `task ${id}`, text: t("cancelled", { what }), onUndo: () => reopen(id) }),
      }),
    reopen,
    putOff: ({ id, version }: Task, due: string) =>
      running.mutate(() => changeRecord({ headers, path: { entity: "task", record_id: id }, body: { version, values: { due_at: due } } })),
    handOn: (id: string, to: { id: string; name: string }, note: string, done: () => void) =>
      running.mutate(() => handOnTask({ headers, path: { task_id: id }, body: { to: to.id, note } }), {
        onSuccess: () => {
          void message.success(t("handedOn", { who: to.name }));
          done();
        },
      }),
  };
}

export type TaskActions = ReturnType<typeof useTaskActions>;
