import { ReloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { decideRecordImport, orderRecordImport, startRecordImport } from "@/api/sdk.gen";
import type { DecisionsIn, RecordImportOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Panel } from "@/components/Panel";
import { formatDateTime } from "@/format/date";
import { formatCount } from "@/format/money";
import { inStore } from "@/http/inStore";
import frame from "../frame/frame.module.css";
import { useImportsTexts } from "../texts";
import type { Became } from "./api";
import { Figures } from "./Figures";
import { toWrite } from "./outcomes";
import { PreviewRows } from "./PreviewRows";
import { Problems } from "./Problems";
import { Rows } from "./Rows";
import { useImportStep } from "./useStoreImport";

/** The dry run: every row went the whole way and nothing stayed. What would be, what can't be, and why. */
export function CheckStep({ store, job, onBack }: { store: string; job: RecordImportOut; onBack: () => void }) {
  const t = useImportsTexts();
  const { trial } = job;
  const counts = trial?.counts ?? {};
  const [shown, setShown] = useState<Became | "">((counts.asked ?? 0) > 0 ? "asked" : (counts.refused ?? 0) > 0 ? "refused" : "");
  const [decisions, setDecisions] = useState<DecisionsIn["decisions"]>({});
  const path = { job_id: job.id };
  const headers = inStore(store);
  const starting = useImportStep(store, job.id, () => startRecordImport({ path, headers }));
  const trying = useImportStep(store, job.id, () => orderRecordImport({ path, body: job.order, headers }));
  const deciding = useImportStep(store, job.id, () => decideRecordImport({ path, body: { decisions }, headers }));
  if (!trial) return null;
  const writes = toWrite(counts);
  const decided = Object.keys(decisions).length;

  return (
    <>
      <Panel title={t("check.title")}>
        <Figures before counts={counts} shown={shown} onShow={setShown} />
      </Panel>
      <Problems job={job} trial={trial} />
      {shown !== "" && (
        <Rows
          store={store}
          job={job}
          became={shown}
          decide={{
            decisions,
            onDecide: (row, decision) => setDecisions({ ...decisions, [row]: decision as "skip" }),
          }}
        />
      )}
      <PreviewRows trial={trial} targets={job.targets} />
      <div className={frame.foot}>
        <FormError error={starting.error ?? trying.error ?? deciding.error} />
        <div className={frame.line}>
          <span className={frame.soft}>
            {t("check.at", { at: formatDateTime(trial.at) })}{" "}
            <Button
              type="link"
              size="small"
              icon={<ReloadOutlined />}
              loading={trying.isPending}
              onClick={() => trying.mutate(undefined)}
            >
              {t("check.again")}
            </Button>
          </span>
          <div className={frame.buttons}>
            <Button onClick={onBack}>{t("check.back")}</Button>
            {decided > 0 ? (
              <Button type="primary" loading={deciding.isPending} onClick={() => deciding.mutate(undefined)}>
                {t("store.check.decide", { count: decided })}
              </Button>
            ) : (
              <Button
                type="primary"
                disabled={writes === 0}
                loading={starting.isPending}
                onClick={() => starting.mutate(undefined)}
              >
                {t("check.start", { count: writes, shown: formatCount(writes) })}
              </Button>
            )}
          </div>
        </div>
      </div>
    </>
  );
}
