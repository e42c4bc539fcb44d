import { Button } from "antd";
import { useState } from "react";
import { cancelImport } from "@/api/sdk.gen";
import type { ImportOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { Sheet } from "@/components/Sheet";
import frame from "@/features/imports/frame/frame.module.css";
import { ImportRefusal } from "../frame/ImportRefusal";
import { WorkProgress } from "@/features/imports/frame/WorkProgress";
import { useImportsTexts } from "@/features/imports/texts";
import { useJobAction } from "../useJobAction";
import { PartStates } from "./PartStates";
import styles from "./run.module.css";

/** The writing as it goes on; the page may be left. */
export function RunStep({ group, job }: { group: string; job: ImportOut }) {
  const t = useImportsTexts();
  const [asking, setAsking] = useState(false);
  const stopping = useJobAction(group, job.id, () => cancelImport({ path: { group, import_id: job.id } }));
  const done = job.parts.filter(({ status }) => status === "done").length;

  return (
    <>
      <Panel>
        <div className={frame.stack}>
          <WorkProgress
            progress={job.progress}
            label={t(job.phase === "creating_store" ? "run.making" : "run.writing")}
          />
          <div className={styles.note}>
            <span className={frame.soft}>{t("run.leave")}</span>
            {job.may_run && (
              <Button disabled={stopping.isSuccess} onClick={() => setAsking(true)}>
                {stopping.isSuccess ? t("run.stopping") : t("run.stop")}
              </Button>
            )}
          </div>
          <ImportRefusal error={stopping.error} />
        </div>
      </Panel>
      <Panel title={t("run.stores", { done, total: job.parts.length })} flush>
        <PartStates parts={job.parts} />
      </Panel>
      <Sheet open={asking} title={t("run.stopTitle")} onClose={() => setAsking(false)}>
        <div className={frame.stack}>
          <p>{t("run.stopText")}</p>
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
    </>
  );
}
