import { App, Button } from "antd";
import { useRecordsTexts } from "./texts";

const seconds = 10;

type Done = { key: string; text: string; onUndo: () => void };

/** Answers a function that says what was done and offers to undo it for ten seconds, wherever the person goes. */
export function useUndoNotice(): (done: Done) => void {
  const t = useRecordsTexts();
  const { notification } = App.useApp();
  return ({ key, text, onUndo }) => {
    notification.success({
      key,
      title: text,
      duration: seconds,
      showProgress: true,
      pauseOnHover: true,
      placement: "bottom",
      actions: (
        <Button
          type="primary"
          onClick={() => {
            notification.destroy(key);
            onUndo();
          }}
        >
          {t("undo.button")}
        </Button>
      ),
    });
  };
}
