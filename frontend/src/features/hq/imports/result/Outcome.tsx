import { CheckCircleFilled, CloseCircleFilled, RollbackOutlined, StopOutlined } from "@ant-design/icons";
import type { ImportOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { KeyFacts } from "@/components/KeyFacts";
import { formatDateTime } from "@/format/date";
import { formatCount } from "@/format/money";
import { ApiError } from "@/http/ApiError";
import { useImportsTexts } from "@/features/imports/texts";
import { outcomeOf } from "./outcomeOf";
import { UndoOutcome } from "./UndoOutcome";
import styles from "./result.module.css";

const icons = {
  done: CheckCircleFilled,
  failed: CloseCircleFilled,
  cancelled: StopOutlined,
  undone: RollbackOutlined,
} as const;

/** In one sentence and a few figures. */
export function Outcome({ job }: { job: ImportOut }) {
  const t = useImportsTexts();
  const status = job.status in icons ? (job.status as keyof typeof icons) : "done";
  const Icon = icons[status];
  const outcome = outcomeOf(job.parts);
  const undo = status === "undone" ? job.undo : null;
  // After an undo, what the import once brought is history; what counts is what went and what stayed.
  const figures = undo
    ? [
        { label: t("undo.taken"), value: formatCount(undo.taken_back) },
        { label: t("undo.kept"), value: formatCount(undo.kept) },
        { label: t("undo.storesKept"), value: formatCount(undo.stores_left.length) },
      ]
    : [
        { label: t("result.created"), value: formatCount(outcome.created) },
        { label: t("result.updated"), value: formatCount(outcome.updated) },
        { label: t("result.unchanged"), value: formatCount(outcome.unchanged) },
        { label: t("result.bad"), value: formatCount(job.bad) },
        { label: t("result.storesMade"), value: formatCount(outcome.storesMade) },
      ];
  const ending = [
    { label: t("result.finished"), value: job.finished_at ? formatDateTime(job.finished_at) : "–" },
    { label: t("result.by"), value: job.started_by?.name ?? "–" },
  ];
  const error =
    job.error && new ApiError({ status: 500, ...job.error, params: job.error.params as ApiError["params"] });
  return (
    <>
      <p className={styles.lead} data-status={status}>
        <Icon aria-hidden /> <strong>{t(`result.${status}`)}</strong>
      </p>
      {error && <FormError error={error} />}
      <KeyFacts columns facts={[...figures, ...ending]} />
      {undo && <UndoOutcome undo={undo} parts={job.parts} />}
    </>
  );
}
