import { Button, Input } from "antd";
import { useId, useState } from "react";
import { undoImport } from "@/api/sdk.gen";
import type { ImportOut } from "@/api/types.gen";
import { useCommonTexts } from "@/components/texts";
import { formatCount } from "@/format/money";
import frame from "@/features/imports/frame/frame.module.css";
import { ImportRefusal } from "../frame/ImportRefusal";
import { useImportsTexts } from "@/features/imports/texts";
import { useJobAction } from "../useJobAction";
import { outcomeOf } from "./outcomeOf";

/** Says what will go, and wants a word typed before it does. */
export function UndoConfirm({ group, job, onClose }: { group: string; job: ImportOut; onClose: () => void }) {
  const t = useImportsTexts();
  const tCommon = useCommonTexts();
  const id = useId();
  const [typed, setTyped] = useState("");
  const undoing = useJobAction(group, job.id, () => undoImport({ path: { group, import_id: job.id } }));
  const { created, updated } = outcomeOf(job.parts);
  const word = t("undo.word");
  const sure = typed.trim().toLowerCase() === word.toLowerCase();
  return (
    <form
      className={frame.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (sure) undoing.mutate(undefined, { onSuccess: onClose });
      }}
    >
      <p>{t("undo.text", { created: formatCount(created), updated: formatCount(updated) })}</p>
      <p className={frame.soft}>{t("undo.keeps")}</p>
      <label htmlFor={id}>{t("undo.type", { word })}</label>
      <Input id={id} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      <ImportRefusal error={undoing.error} />
      <div className={frame.buttons}>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
        <Button danger type="primary" htmlType="submit" disabled={!sure} loading={undoing.isPending}>
          {t("undo.button")}
        </Button>
      </div>
    </form>
  );
}
