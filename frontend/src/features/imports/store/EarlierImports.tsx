import { FileTextOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import type { RecordImportLine } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { useNow } from "@/components/useNow";
import { formatSince } from "@/format/date";
import { formatCount } from "@/format/money";
import { Bar } from "../frame/Bar";
import styles from "../importLine.module.css";
import { StatusTag } from "../StatusTag";
import { useImportsTexts } from "../texts";
import { importPath } from "./paths";
import { shownOutcomes } from "./outcomes";

/** What one brought in before, each with where it stands. */
export function EarlierImports({ store, jobs }: { store: string; jobs: RecordImportLine[] }) {
  const t = useImportsTexts();
  const now = useNow();
  if (jobs.length === 0) return null;
  return (
    <Panel title={t("store.earlier")} flush>
      <ul>
        {jobs.map((job) => (
          <li key={job.id} className={styles.line}>
            <FileTextOutlined aria-hidden className={styles.icon} />
            <div className={styles.words}>
              <Link to={importPath(store, job.entity, job.id)} className={styles.name}>
                {job.file_name}
              </Link>
              <span className={styles.soft}>
                {[
                  job.rows > 0 ? t("list.rows", { count: job.rows, shown: formatCount(job.rows) }) : null,
                  ...shownOutcomes(job.counts).map(([became, count]) => `${t(`store.became.${became}`)} ${formatCount(count)}`),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </div>
            <span className={styles.soft}>{formatSince(job.created_at, now)}</span>
            <span className={styles.state}>
              <StatusTag status={job.status} />
              {job.progress && job.progress.rows_total > 0 && (
                <Bar part={job.progress.rows_done / job.progress.rows_total} label={t(`status.${job.status}`)} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
