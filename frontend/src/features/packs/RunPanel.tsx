import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Progress } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "@/components/Panel";
import { SuccessNote } from "@/components/SuccessNote";
import { formatDateTime } from "@/format/date";
import { labelIn } from "@/i18n/labelIn";
import { runQuery } from "./api";
import type { Run } from "./api";
import styles from "./packs.module.css";
import { usePackTexts } from "./texts";
import { useWhy } from "./useWhy";

/** An installation while it goes on, and afterwards what it could not do. */
export function RunPanel({ store, run }: { store: string; run: Run }) {
  const t = usePackTexts();
  const client = useQueryClient();
  const seen = useRef(run.status);
  useEffect(() => {
    // Fields, rules and forms may be others now.
    if (seen.current === "running" && run.status !== "running") void client.invalidateQueries({ queryKey: ["store", store] });
    seen.current = run.status;
  }, [client, run.status, store]);
  if (run.status !== "running") return <Ended store={store} run={run} />;
  const percent = run.total > 0 ? Math.round((run.done / run.total) * 100) : 0;
  return (
    <Panel title={t("run.going", { version: run.version })}>
      <div role="status" className={styles.run}>
        <Progress percent={percent} showInfo={false} aria-label={t("run.going", { version: run.version })} />
        <span>{t("run.done", { done: run.done, total: run.total })}</span>
        <span className={styles.soft}>{t("run.leave")}</span>
      </div>
    </Panel>
  );
}

function Ended({ store, run }: { store: string; run: Run }) {
  const t = usePackTexts();
  const { i18n } = useTranslation();
  const why = useWhy();
  const steps = useQuery(runQuery(store, run)).data?.steps ?? [];
  const left = steps.filter(({ outcome }) => outcome === "refused" || outcome === "held");
  if (run.status === "failed")
    return (
      <Panel title={t("run.failed")}>
        <div className={styles.run}>
          <span>{why(run.code, {})}</span>
          <span>{t("run.failedText", { done: run.done, total: run.total })}</span>
          <span>
            <Link to="/s/$store/design/packs/plan" params={{ store }} search={{ file: run.file }}>
              <Button type="primary">{t("run.again")}</Button>
            </Link>
          </span>
        </div>
      </Panel>
    );
  if (left.length === 0)
    return run.ended_at ? (
      <div className={styles.note}>
        <SuccessNote text={t("run.ended", { version: run.version, at: formatDateTime(run.ended_at), name: run.by_name })} />
      </div>
    ) : null;
  return (
    <Panel
      title={t("run.left", { count: left.length })}
      extra={
        <Link to="/s/$store/design/packs/plan" params={{ store }} search={{ file: run.file }}>
          <Button>{t("run.retry")}</Button>
        </Link>
      }
      flush
    >
      <ul className={styles.list}>
        {left.map((step) => (
          <li key={`${step.part}/${step.key}`} className={styles.line}>
            <b>{step.name ? labelIn(step.name, i18n.language) : step.key}</b>
            <span className={styles.trouble}>{why(step.code, step.params)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
