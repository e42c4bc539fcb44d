import { BarChartOutlined, DownloadOutlined, PlayCircleOutlined, RollbackOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { startImport } from "@/api/sdk.gen";
import type { ImportOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { Sheet } from "@/components/Sheet";
import { formatCount } from "@/format/money";
import { issuesAddress } from "../api/imports";
import frame from "@/features/imports/frame/frame.module.css";
import { ImportRefusal } from "../frame/ImportRefusal";
import { WorkProgress } from "@/features/imports/frame/WorkProgress";
import { useImportsTexts } from "@/features/imports/texts";
import { useJobAction } from "../useJobAction";
import { Outcome } from "./Outcome";
import styles from "./result.module.css";
import { ResultStores } from "./ResultStores";
import { UndoConfirm } from "./UndoConfirm";

/** What happened, store by store, and what can be done about it. */
export function ResultStep({ group, job }: { group: string; job: ImportOut }) {
  const t = useImportsTexts();
  const [undoing, setUndoing] = useState(false);
  const path = { group, import_id: job.id };
  const resuming = useJobAction(group, job.id, () =>
    startImport({ path, body: { create_stores: job.may_create_stores } }),
  );
  const toMake = job.parts.filter(({ store }) => store === null).length;
  const stopped = job.status === "failed" || job.status === "cancelled";
  const undoable = job.may_run && (job.status === "done" || stopped);

  return (
    <>
      <Panel>
        {job.status === "undoing" ? (
          <WorkProgress progress={job.progress} label={t("undo.working")} />
        ) : (
          <div className={frame.stack}>
            <Outcome job={job} />
            {stopped && toMake > 0 && (
              <p>{t("result.toMake", { count: toMake, pack: t(`check.${job.pack}`) })}</p>
            )}
            <ImportRefusal error={resuming.error} />
            <div className={styles.actions}>
              {stopped && job.may_run && (
                <Button
                  type="primary"
                  icon={<PlayCircleOutlined />}
                  loading={resuming.isPending}
                  onClick={() => resuming.mutate(undefined)}
                >
                  {t("result.resume")}
                </Button>
              )}
              <Link to="/hq/$group/compare" params={{ group }}>
                <Button type={job.status === "done" ? "primary" : "default"} icon={<BarChartOutlined />}>
                  {t("result.compare")}
                </Button>
              </Link>
              {undoable && (
                <Button icon={<RollbackOutlined />} onClick={() => setUndoing(true)}>
                  {t("undo.button")}
                </Button>
              )}
            </div>
          </div>
        )}
      </Panel>
      {job.has_issues && (
        <Panel title={t("result.refused", { count: job.bad, shown: formatCount(job.bad) })}>
          <div className={frame.stack}>
            <p className={frame.soft}>{t("problems.mend")}</p>
            <div className={styles.actions}>
              <Button icon={<DownloadOutlined />} href={issuesAddress(group, job.id)}>
                {t("problems.download", { count: job.bad, shown: formatCount(job.bad) })}
              </Button>
              <Link to="/hq/$group/imports/new" params={{ group }}>
                <Button>{t("result.sendAgain")}</Button>
              </Link>
            </div>
          </div>
        </Panel>
      )}
      <Panel title={t("check.byStore", { count: job.parts.length })} flush>
        <ResultStores parts={job.parts} undone={job.status === "undone"} />
      </Panel>
      <Sheet open={undoing} title={t("undo.title")} onClose={() => setUndoing(false)}>
        <UndoConfirm group={group} job={job} onClose={() => setUndoing(false)} />
      </Sheet>
    </>
  );
}
