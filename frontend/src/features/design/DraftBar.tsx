import { RedoOutlined, UndoOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { FormError } from "@/components/FormError";
import styles from "./draftBar.module.css";
import { useDesignTexts } from "./texts";
import type { SavedDraft } from "./useSavedDraft";

type State<Part extends keyof SavedDraft<unknown>> = { state: Pick<SavedDraft<unknown>, Part> };

/** The two buttons of a draft that can be taken back step by step. */
export function UndoRedo({ state }: State<"canUndo" | "canRedo" | "undo" | "redo">) {
  const t = useDesignTexts();
  return (
    <>
      <Button icon={<UndoOutlined />} disabled={!state.canUndo} onClick={state.undo} title={t("draft.undoKeys")} aria-label={t("draft.undo")} />
      <Button icon={<RedoOutlined />} disabled={!state.canRedo} onClick={state.redo} title={t("draft.redoKeys")} aria-label={t("draft.redo")} />
    </>
  );
}

type TroubleProps = State<"conflict" | "error" | "overwrite" | "retry"> & { onTakeTheirs: () => void };

/** Why a draft is not saved, and what can be done: somebody else changed it, or something went wrong. */
export function DraftTrouble({ state, onTakeTheirs }: TroubleProps) {
  const t = useDesignTexts();
  if (state.conflict !== null)
    return (
      <Alert
        type="warning"
        showIcon
        title={t("draft.conflict")}
        action={
          <span className={styles.line}>
            <Button size="small" type="primary" onClick={onTakeTheirs}>
              {t("draft.theirs")}
            </Button>
            <Button size="small" onClick={state.overwrite}>
              {t("draft.mine")}
            </Button>
          </span>
        }
      />
    );
  if (state.error === null) return null;
  return (
    <div className={styles.line}>
      <FormError error={state.error} />
      <Button size="small" onClick={state.retry}>
        {t("draft.saveAgain")}
      </Button>
    </div>
  );
}
