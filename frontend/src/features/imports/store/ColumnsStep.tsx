import { Button } from "antd";
import { useState } from "react";
import { orderRecordImport } from "@/api/sdk.gen";
import type { RecordImportOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Panel } from "@/components/Panel";
import { inStore } from "@/http/inStore";
import styles from "../columns/columns.module.css";
import frame from "../frame/frame.module.css";
import { useImportsTexts } from "../texts";
import { ColumnLine } from "./ColumnLine";
import { Constants } from "./Constants";
import { isSound, problemsOf, sameOrder, startOrder } from "./mapping";
import { MatchPanel } from "./MatchPanel";
import { RequiredTargets } from "./RequiredTargets";
import { TablePanel } from "./TablePanel";
import { TemplateBar } from "./TemplateBar";
import { useImportStep } from "./useStoreImport";

/** Which column is which field, and what becomes of rows that are there already. What was guessed can be changed. */
export function ColumnsStep({ store, job, onNext }: { store: string; job: RecordImportOut; onNext: () => void }) {
  const t = useImportsTexts();
  const [order, setOrder] = useState(() => startOrder(job));
  const problems = problemsOf(order, job.targets);
  const settling = useImportStep(store, job.id, () =>
    orderRecordImport({ path: { job_id: job.id }, body: order, headers: inStore(store) }),
  );
  const settled = job.trial !== null && sameOrder(order, startOrder(job));

  function goOn(): void {
    if (settled) onNext();
    else settling.mutate(undefined, { onSuccess: onNext });
  }

  return (
    <>
      <TablePanel store={store} job={job} />
      <Panel title={t("columns.required")} extra={<TemplateBar store={store} job={job} onUsed={setOrder} />}>
        <RequiredTargets targets={job.targets} problems={problems} mode={order.mode ?? "insert"} />
      </Panel>
      <Panel title={t("columns.title", { count: job.columns.length })} flush>
        <div className={styles.head} aria-hidden>
          <span>{t("columns.inFile")}</span>
          <span>{t("columns.field")}</span>
          <span>{t("columns.why")}</span>
        </div>
        <ul>
          {job.columns.map((column) => (
            <ColumnLine
              key={column.index}
              column={column}
              targets={job.targets}
              order={order}
              twice={problems.twice}
              onChange={setOrder}
            />
          ))}
        </ul>
      </Panel>
      <Constants targets={job.targets} order={order} onChange={setOrder} />
      <MatchPanel store={store} job={job} order={order} keyless={problems.keyless} onChange={setOrder} />
      <div className={frame.foot}>
        <FormError error={settling.error} />
        <div className={frame.buttons}>
          {!isSound(problems) && <span className={styles.wrong}>{t("columns.notSound")}</span>}
          <Button type="primary" disabled={!isSound(problems)} loading={settling.isPending} onClick={goOn}>
            {t("columns.next")}
          </Button>
        </div>
      </div>
    </>
  );
}
