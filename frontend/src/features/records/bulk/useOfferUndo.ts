import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { undoOperation } from "@/api/sdk.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { inStore } from "@/http/inStore";
import { readAnew } from "../api/save";
import { useRecordsTexts } from "../texts";
import { useUndoNotice } from "../useUndoNotice";

/** Answers a function that says what was done and offers to undo it for ten seconds, wherever the person goes. */
export function useOfferUndo(store: string): (done: { operation: string; text: string }) => void {
  const t = useRecordsTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { message } = App.useApp();
  const offer = useUndoNotice();

  async function undo(operation: string): Promise<void> {
    try {
      const { restored, kept } = await undoOperation({ headers: inStore(store), path: { operation_id: operation } });
      await readAnew(client, store);
      const text = kept.length > 0 ? t("undo.partly", { count: restored, kept: kept.length }) : t("undo.done");
      void message.success(text);
    } catch (error) {
      refuse(error);
    }
  }

  return ({ operation, text }) => offer({ key: operation, text, onUndo: () => void undo(operation) });
}
