import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { recordPath } from "@/features/records/paths";
import { formatDate } from "@/format/date";
import { holdsQuery } from "./api";
import styles from "./retention.module.css";
import { useRetentionTexts } from "./texts";

/** Records that no rule takes. They are held on their own page of personal data. */
export function HoldsPanel({ store }: { store: string }) {
  const t = useRetentionTexts();
  const holds = useQuery(holdsQuery(store));
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  return (
    <Panel title={t("holds.title")} flush>
      <p className={styles.intro}>{t("holds.note")}</p>
      {holds.error && <ErrorPanel error={holds.error} onRetry={() => void holds.refetch()} />}
      <ul className={styles.list}>
        {holds.data?.map((one) => (
          <li key={one.record_id} className={styles.line}>
            <span className={styles.words}>
              <Link to={recordPath(store, one.entity, one.record_id)}>{one.title ?? t("unnamed")}</Link>
              <span>{one.reason}</span>
              <span className="cz-soft cz-small">
                {t("holds.by", { who: people.find(({ id }) => id === one.by)?.name ?? t("somebody"), when: formatDate(one.at) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
