import { Link } from "@tanstack/react-router";
import type { ImportUndoneOut, RecordImportOut } from "@/api/types.gen";
import { KeyFacts } from "@/components/KeyFacts";
import { recordPath } from "@/features/records/paths";
import { formatCount } from "@/format/money";
import frame from "../frame/frame.module.css";
import { useImportsTexts } from "../texts";

/** What an undo took back, and what it left alone and why. */
export function Undone({ store, job, undone }: { store: string; job: RecordImportOut; undone: ImportUndoneOut }) {
  const t = useImportsTexts();
  return (
    <div className={frame.stack}>
      <p>{t(undone.kept > 0 ? "undo.doneKept" : "undo.done")}</p>
      <KeyFacts
        columns
        facts={[
          { label: t("store.undo.deleted"), value: formatCount(undone.deleted) },
          { label: t("store.undo.restored"), value: formatCount(undone.restored) },
          { label: t("undo.kept"), value: formatCount(undone.kept) },
        ]}
      />
      {undone.kept_records.length > 0 && (
        <details open>
          <summary>{t("undo.showKept", { count: undone.kept_records.length })}</summary>
          <ul>
            {undone.kept_records.map(({ record_id: id, title, reason }) => (
              <li key={id}>
                <Link to={recordPath(store, job.entity, id)}>{title ?? t("store.rows.record")}</Link>
                {` · ${t(`undo.reason.${reason}`)}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
