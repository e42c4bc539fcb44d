import { Button, Input } from "antd";
import { useId, useState } from "react";
import { undoRecordImport } from "@/api/sdk.gen";
import type { RecordImportOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { useCommonTexts } from "@/components/texts";
import { formatCount } from "@/format/money";
import { inStore } from "@/http/inStore";
import frame from "../frame/frame.module.css";
import { useImportsTexts } from "../texts";
import { useImportStep } from "./useStoreImport";

/** Says what will go, and wants a word typed before it does. */
export function UndoConfirm({ store, job, onClose }: { store: string; job: RecordImportOut; onClose: () => void }) {
  const t = useImportsTexts();
  const tCommon = useCommonTexts();
  const id = useId();
  const [typed, setTyped] = useState("");
  const undoing = useImportStep(store, job.id, () =>
    undoRecordImport({ path: { job_id: job.id }, headers: inStore(store) }),
  );
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
      <p>
        {t("store.undo.text", {
          created: formatCount(job.counts.created ?? 0),
          updated: formatCount(job.counts.updated ?? 0),
        })}
      </p>
      <p className={frame.soft}>{t("store.undo.keeps")}</p>
      <label htmlFor={id}>{t("undo.type", { word })}</label>
      <Input id={id} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      <FormError error={undoing.error} />
      <div className={frame.buttons}>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
        <Button danger type="primary" htmlType="submit" disabled={!sure} loading={undoing.isPending}>
          {t("undo.button")}
        </Button>
      </div>
    </form>
  );
}
