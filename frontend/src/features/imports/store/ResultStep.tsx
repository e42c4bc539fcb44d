import { CheckCircleFilled, CloseCircleFilled, CopyOutlined, PlayCircleOutlined, RollbackOutlined, StopOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { startRecordImport } from "@/api/sdk.gen";
import type { RecordImportOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Panel } from "@/components/Panel";
import { Sheet } from "@/components/Sheet";
import { listPath } from "@/features/records/paths";
import { formatDateTime } from "@/format/date";
import { ApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import frame from "../frame/frame.module.css";
import { useImportsTexts } from "../texts";
import type { Became } from "./api";
import { Figures } from "./Figures";
import { Rows } from "./Rows";
import styles from "./store.module.css";
import { UndoConfirm } from "./UndoConfirm";
import { Undone } from "./Undone";
import { useImportStep } from "./useStoreImport";

const icons = {
  done: CheckCircleFilled,
  failed: CloseCircleFilled,
  cancelled: StopOutlined,
  undone: RollbackOutlined,
} as const;

/** What happened, row by row, and what can be done about it. */
export function ResultStep({ store, job }: { store: string; job: RecordImportOut }) {
  const t = useImportsTexts();
  const [undoing, setUndoing] = useState(false);
  const [shown, setShown] = useState<Became | "">((job.counts.refused ?? 0) > 0 ? "refused" : "");
  const resuming = useImportStep(store, job.id, () =>
    startRecordImport({ path: { job_id: job.id }, headers: inStore(store) }),
  );
  const status = job.status in icons ? (job.status as keyof typeof icons) : "done";
  const Icon = icons[status];
  const stopped = status === "failed" || status === "cancelled";
  const error = job.error && new ApiError({ status: 422, ...job.error, params: job.error.params as ApiError["params"] });

  return (
    <>
      <Panel>
        <div className={frame.stack}>
          <p>
            <Icon aria-hidden /> <strong>{t(`result.${status}`)}</strong>
            {job.finished_at && <span className={frame.soft}>{` · ${formatDateTime(job.finished_at)}`}</span>}
          </p>
          <FormError error={error} />
          {job.undone ? (
            <Undone store={store} job={job} undone={job.undone} />
          ) : (
            <Figures counts={job.counts} shown={shown} onShow={setShown} />
          )}
          <FormError error={resuming.error} />
          <div className={styles.tools}>
            <Link to={listPath(store, job.entity)}>
              <Button type={stopped ? "default" : "primary"}>{t("store.result.list")}</Button>
            </Link>
            {(job.counts.alike ?? 0) > 0 && status !== "undone" && (
              <Link to="/s/$store/duplicates/$entity" params={{ store, entity: job.entity }}>
                <Button icon={<CopyOutlined />}>{t("store.result.duplicates")}</Button>
              </Link>
            )}
            {stopped && !job.files_gone && (
              <Button
                type="primary"
                icon={<PlayCircleOutlined />}
                loading={resuming.isPending}
                onClick={() => resuming.mutate(undefined)}
              >
                {t("result.resume")}
              </Button>
            )}
            {status !== "undone" && (
              <Button icon={<RollbackOutlined />} onClick={() => setUndoing(true)}>
                {t("undo.button")}
              </Button>
            )}
          </div>
          {(job.counts.refused ?? 0) > 0 && status !== "undone" && <p className={frame.soft}>{t("problems.mend")}</p>}
        </div>
      </Panel>
      {status !== "undone" && <Rows store={store} job={job} became={shown} />}
      <Sheet open={undoing} title={t("undo.title")} onClose={() => setUndoing(false)}>
        <UndoConfirm store={store} job={job} onClose={() => setUndoing(false)} />
      </Sheet>
    </>
  );
}
