import { CheckCircleFilled, CloseCircleFilled } from "@ant-design/icons";
import type { ImportTrialOut, RecordImportOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { formatCount } from "@/format/money";
import styles from "../check/check.module.css";
import { useImportsTexts } from "../texts";
import { useText } from "../useText";
import { useTargetName } from "./useTargetName";

/** What keeps rows out, by reason, the most frequent first. */
export function Problems({ job, trial }: { job: RecordImportOut; trial: ImportTrialOut }) {
  const t = useImportsTexts();
  const text = useText();
  const nameOf = useTargetName(job.targets);
  return (
    <Panel title={t("store.check.problems")} flush>
      {trial.tallies.length === 0 && (
        <p className={styles.fine}>
          <CheckCircleFilled aria-hidden /> {t("problems.none")}
        </p>
      )}
      <ul>
        {trial.tallies.map(({ target, code, count, rows, text: reason }) => (
          <li key={`${target}${code}`} className={styles.problem}>
            <span className={styles.problemIcon} data-kind="error">
              <CloseCircleFilled aria-hidden />
            </span>
            <div className={styles.problemWords}>
              <div>
                {target && <strong>{nameOf(target)} </strong>}
                {text(reason)}
              </div>
              <div className={styles.soft}>
                {t("problems.refused", { count, shown: formatCount(count) })}
                {" · "}
                {t(count > rows.length ? "problems.rowsAndMore" : "problems.rows", { rows: rows.join(t("comma")) })}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
