import { CheckCircleFilled, CloseCircleFilled, DownloadOutlined, WarningFilled } from "@ant-design/icons";
import { Button } from "antd";
import type { ImportOut, PlanOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { formatCount } from "@/format/money";
import { issuesAddress } from "../api/imports";
import { useImportsTexts } from "@/features/imports/texts";
import { useFieldName } from "../useFieldName";
import { useText } from "@/features/imports/useText";
import styles from "@/features/imports/check/check.module.css";
import { RefusedRows } from "./RefusedRows";

/** What is wrong with rows, by reason: first what keeps them out, then what only deserves a look. */
export function Problems({ group, job, plan }: { group: string; job: ImportOut; plan: PlanOut }) {
  const t = useImportsTexts();
  const text = useText();
  const fieldName = useFieldName(job.targets);
  const { tallies } = plan;
  const sorted = tallies.toSorted(
    (one, other) => Number(one.kind === "warning") - Number(other.kind === "warning") || other.count - one.count,
  );
  return (
    <Panel title={t("problems.title")} flush>
      {sorted.length === 0 && (
        <p className={styles.fine}>
          <CheckCircleFilled aria-hidden /> {t("problems.none")}
        </p>
      )}
      <ul>
        {sorted.map((tally) => {
          const refused = tally.kind === "error";
          return (
            <li key={`${tally.kind}${tally.target}${tally.code}`} className={styles.problem}>
              <span className={styles.problemIcon} data-kind={tally.kind}>
                {refused ? <CloseCircleFilled aria-hidden /> : <WarningFilled aria-hidden />}
              </span>
              <div className={styles.problemWords}>
                <div>
                  {tally.target && <strong>{fieldName(tally.target)} </strong>}
                  {text(tally.text)}
                </div>
                <div className={styles.soft}>
                  {t(refused ? "problems.refused" : "problems.warned", {
                    count: tally.count,
                    shown: formatCount(tally.count),
                  })}
                  {" · "}
                  {t(tally.count > tally.rows.length ? "problems.rowsAndMore" : "problems.rows", {
                    rows: tally.rows.join(t("comma")),
                  })}
                </div>
                {refused && (
                  <RefusedRows
                    rows={plan.errors.filter(({ faults }) =>
                      faults.some(({ code, target }) => code === tally.code && target === tally.target),
                    )}
                    fieldName={fieldName}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {job.has_issues && (
        <div className={styles.download}>
          <Button icon={<DownloadOutlined />} href={issuesAddress(group, job.id)}>
            {t("problems.download", { count: plan.bad, shown: formatCount(plan.bad) })}
          </Button>
          <span className={styles.soft}>{t("problems.mend")}</span>
        </div>
      )}
    </Panel>
  );
}
