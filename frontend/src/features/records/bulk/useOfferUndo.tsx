import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { undoOperation } from "@/api/sdk.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { inStore } from "@/http/inStore";
import { readAnew } from "../api/save";
import { useRecordsTexts } from "../texts";

const seconds = 10;

/** Answers a function that says what was done and offers to undo it for ten seconds, wherever the person goes. */
export function useOfferUndo(store: string): (done: { operation: string; text: string }) => void {
  const t = useRecordsTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { notification, message } = App.useApp();

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

  return ({ operation, text }) => {
    notification.success({
      key: operation,
      title: text,
      duration: seconds,
      showProgress: true,
      pauseOnHover: true,
      placement: "bottom",
      actions: (
        <Button
          type="primary"
          onClick={() => {
            notification.destroy(operation);
            void undo(operation);
          }}
        >
          {t("undo.button")}
        </Button>
      ),
    });
  };
}
