import { FileTextOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import type { ImportSummary } from "@/api/types.gen";
import { useNow } from "@/components/useNow";
import { formatSince } from "@/format/date";
import { formatCount } from "@/format/money";
import { Bar } from "@/features/imports/frame/Bar";
import styles from "@/features/imports/importLine.module.css";
import { StatusTag } from "@/features/imports/StatusTag";
import { useImportsTexts } from "@/features/imports/texts";

export function ImportLine({ group, job }: { group: string; job: ImportSummary }) {
  const t = useImportsTexts();
  const now = useNow();
  const { progress } = job;
  const facts = [
    job.rows > 0 ? t("list.rows", { count: job.rows, shown: formatCount(job.rows) }) : null,
    job.stores > 0 ? t("list.stores", { count: job.stores }) : null,
    job.bad > 0 ? t("list.bad", { count: job.bad, shown: formatCount(job.bad) }) : null,
    job.status === "done"
      ? t("list.outcome", {
          created: formatCount(job.created),
          updated: formatCount(job.updated),
          unchanged: formatCount(job.unchanged),
        })
      : null,
  ];
  return (
    <li className={styles.line}>
      <FileTextOutlined aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <Link to="/hq/$group/imports/$id" params={{ group, id: job.id }} className={styles.name}>
          {job.file_name}
        </Link>
        <span className={styles.soft}>{facts.filter(Boolean).join(" · ")}</span>
      </div>
      <span className={styles.soft}>
        {[job.created_by?.name, formatSince(job.created_at, now)].filter(Boolean).join(" · ")}
      </span>
      <span className={styles.state}>
        <StatusTag status={job.status} />
        {progress && progress.rows_total > 0 && (
          <Bar part={progress.rows_done / progress.rows_total} label={t(`status.${job.status}`)} />
        )}
      </span>
    </li>
  );
}
