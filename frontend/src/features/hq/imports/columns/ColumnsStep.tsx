import { Button } from "antd";
import { useState } from "react";
import { mapImport } from "@/api/sdk.gen";
import type { ImportOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import frame from "@/features/imports/frame/frame.module.css";
import { ImportRefusal } from "../frame/ImportRefusal";
import { useImportsTexts } from "@/features/imports/texts";
import { useJobAction } from "../useJobAction";
import { ColumnLine } from "./ColumnLine";
import styles from "@/features/imports/columns/columns.module.css";
import { isSound, mappingIn, mappingOf, problemsOf, sameMapping } from "./mapping";
import { Notices } from "./Notices";
import { RequiredFields } from "./RequiredFields";

/** Which column is which field. What was guessed can be changed; what is missing is said before going on. */
export function ColumnsStep({ group, job, onNext }: { group: string; job: ImportOut; onNext: () => void }) {
  const t = useImportsTexts();
  const [mapping, setMapping] = useState(() => mappingOf(job));
  const problems = problemsOf(mapping, job.targets);
  const settling = useJobAction(group, job.id, () =>
    mapImport({ path: { group, import_id: job.id }, body: mappingIn(mapping) }),
  );
  const settled = job.plan !== null && job.trial !== null && sameMapping(mapping, mappingOf(job));

  function goOn(): void {
    if (settled) onNext();
    else settling.mutate(undefined, { onSuccess: onNext });
  }

  return (
    <>
      <Panel title={t("columns.required")}>
        <div className={frame.stack}>
          <RequiredFields targets={job.targets} mapping={mapping} />
          <Notices notices={job.notices.filter((notice) => notice.column === null)} group={group} />
        </div>
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
              job={job}
              mapping={mapping}
              twice={problems.twice}
              onChange={setMapping}
            />
          ))}
        </ul>
      </Panel>
      <div className={frame.foot}>
        <ImportRefusal error={settling.error} />
        <div className={frame.buttons}>
          {!isSound(problems) && <span className={styles.wrong}>{t("columns.notSound")}</span>}
          <Button
            type="primary"
            disabled={!isSound(problems) || !job.may_run}
            loading={settling.isPending}
            onClick={goOn}
          >
            {t("columns.next")}
          </Button>
        </div>
      </div>
    </>
  );
}
