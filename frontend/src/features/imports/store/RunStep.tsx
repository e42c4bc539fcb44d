import { Button } from "antd";
import { useState } from "react";
import { stopRecordImport } from "@/api/sdk.gen";
import type { RecordImportOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Panel } from "@/components/Panel";
import { Sheet } from "@/components/Sheet";
import { inStore } from "@/http/inStore";
import frame from "../frame/frame.module.css";
import { WorkProgress } from "../frame/WorkProgress";
import { useImportsTexts } from "../texts";
import { useImportStep } from "./useStoreImport";

/** The work as it goes on; the page may be left. */
export function RunStep({ store, job }: { store: string; job: RecordImportOut }) {
  const t = useImportsTexts();
  const [asking, setAsking] = useState(false);
  const stopping = useImportStep(store, job.id, () =>
    stopRecordImport({ path: { job_id: job.id }, headers: inStore(store) }),
  );
  const phase = job.phase === "" ? "reading" : job.phase;
  return (
    <Panel>
      <div className={frame.stack}>
        <WorkProgress progress={job.progress} label={t(`store.phase.${phase}`)} />
        <div className={frame.line}>
          <span className={frame.soft}>{t("run.leave")}</span>
          {job.status !== "undoing" && (
            <Button disabled={stopping.isSuccess} onClick={() => setAsking(true)}>
              {stopping.isSuccess ? t("run.stopping") : t("run.stop")}
            </Button>
          )}
        </div>
        <FormError error={stopping.error} />
      </div>
      <Sheet open={asking} title={t("run.stopTitle")} onClose={() => setAsking(false)}>
        <div className={frame.stack}>
          <p>{t(job.status === "running" ? "run.stopText" : "store.run.stopBefore")}</p>
          <div className={frame.buttons}>
            <Button onClick={() => setAsking(false)}>{t("run.goOn")}</Button>
            <Button
              danger
              type="primary"
              loading={stopping.isPending}
              onClick={() => stopping.mutate(undefined, { onSettled: () => setAsking(false) })}
            >
              {t("run.stop")}
            </Button>
          </div>
        </div>
      </Sheet>
    </Panel>
  );
}
