import { useNow } from "@/components/useNow";
import { formatDateTime, formatSince } from "@/format/date";
import type { Standing } from "./api";
import styles from "./approvals.module.css";
import { Drawn } from "./SignaturePad";
import type { Strokes } from "./SignaturePad";
import { FilesOf } from "@/features/flows/FilesOf";
import { useApprovalTexts } from "./texts";

const told = [
  "started", "asked", "told", "approved", "rejected", "done", "delegated", "transferred", "added_before", "added_after", "returned", "said",
  "reminded", "late", "escalated", "refused", "stuck", "retried", "moved", "migrated", "withdrawn", "cancelled", "looped", "end",
] as const;

/** Who did what, the oldest first. What only leads from step to step is left out. */
export function Trail({ store, standing }: { store: string; standing: Standing }) {
  const t = useApprovalTexts();
  const now = useNow();
  const stepOf = (id: string) => standing.nodes.find((node) => node.id === id)?.name ?? "";
  const shown = standing.entries.flatMap((entry) => {
    const kind = told.find((one) => one === entry.kind);
    return kind ? [{ ...entry, kind }] : [];
  });
  return (
    <ol className={styles.trail}>
      {shown.map((entry) => {
        const people = Array.isArray(entry.details.people) ? entry.details.people.filter(Boolean).join(t("join")) : "";
        const who = entry.by ?? t("itself");
        return (
          <li key={entry.id} data-kind={entry.kind}>
            <span>
              {t(`entry.${entry.kind}`, { who, people, step: stepOf(entry.node) })}{" "}
              <time className="cz-soft cz-small" dateTime={entry.at} title={formatDateTime(entry.at)}>
                {formatSince(entry.at, now)}
              </time>
            </span>
            {entry.text && <p className={styles.text}>{entry.text}</p>}
            {Array.isArray(entry.signature) && (
              <svg className={styles.signed} viewBox="0 0 300 120" role="img" aria-label={t("signature")}>
                <Drawn strokes={entry.signature as Strokes} />
              </svg>
            )}
            <FilesOf store={store} entry={entry} />
          </li>
        );
      })}
      {standing.more && <li className="cz-soft">{t("entriesLeftOut")}</li>}
    </ol>
  );
}
