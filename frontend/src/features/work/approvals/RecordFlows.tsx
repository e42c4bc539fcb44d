import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Panel } from "@/components/Panel";
import { useNow } from "@/components/useNow";
import { formatSince } from "@/format/date";
import { ofRecordQuery } from "./api";
import type { Instance } from "./api";
import styles from "./approvals.module.css";
import { StatusTag } from "./StatusTag";
import { useApprovalTexts } from "./texts";

/** The flows on a record and how they stand; nothing where there were none. */
export function RecordFlows({ store, entity, id }: { store: string; entity: string; id: string }) {
  const t = useApprovalTexts();
  const now = useNow();
  const instances = useQuery(ofRecordQuery(store, entity, id)).data ?? [];
  if (instances.length === 0) return null;
  return (
    <Panel flush title={t("ofRecord.title")}>
      <ul>
        {instances.map((one) => (
          <li key={one.id} className={styles.card}>
            {one.opens ? (
              <Link to="/s/$store/work/flows/$instance" params={{ store, instance: one.id }} className={styles.head}>
                <Told one={one} now={now} />
              </Link>
            ) : (
              <div className={styles.head}>
                <Told one={one} now={now} />
              </div>
            )}
            <StatusTag instance={one} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Told({ one, now }: { one: Instance; now: Date }) {
  const t = useApprovalTexts();
  return (
    <>
      <span className={styles.title}>{one.name}</span>
      <span className={styles.soft}>
        <span>{one.started_by ? t("ofRecord.by", { who: one.started_by }) : t("ofRecord.itself")}</span>
        <time dateTime={one.started_at}>{formatSince(one.started_at, now)}</time>
      </span>
    </>
  );
}
