import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useErrorNotice } from "@/components/errorNotice";
import { readAnew } from "@/features/records/api/save";
import { groupsQuery, mergedQuery, undo } from "./api";
import { useDuplicatesTexts } from "./texts";

/** Takes a merge back, and says what stays as it is. */
export function useTakeBack(store: string, entity: string): { takeBack: (operation: string) => void; busy: boolean } {
  const t = useDuplicatesTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const showError = useErrorNotice();
  const taking = useMutation({
    mutationFn: (operation: string) => undo(store, operation),
    onSuccess: ({ left }, operation) => {
      message.destroy(operation);
      const titles = left.map((one) => one.title ?? t("unnamed")).join("、");
      void message.info(titles ? t("undoneBut", { titles }) : t("undone"), titles ? 10 : 4);
    },
    onError: showError,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: groupsQuery(store, entity).queryKey }),
        client.invalidateQueries({ queryKey: mergedQuery(store, entity).queryKey }),
        readAnew(client, store),
      ]),
  });
  return { takeBack: (operation) => taking.mutate(operation), busy: taking.isPending };
}
