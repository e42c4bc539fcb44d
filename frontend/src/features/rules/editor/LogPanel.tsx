import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { formatDateTime } from "@/format/date";
import type { Entity } from "@/features/records/api/entities";
import { recordPath } from "@/features/records/paths";
import { lookUp } from "@/i18n/defineTexts";
import { labelIn } from "@/i18n/labelIn";
import { logQuery } from "../api";
import type { Rule, Run } from "../api";
import styles from "./editor.module.css";
import { useRuleTexts } from "../texts";

const outcomes = ["", "done", "refused", "looped", "unchanged"] as const;

/** What the rule did to which record, and why it did not. */
export function LogPanel({ store, rule, entity }: { store: string; rule: Rule; entity: Entity }) {
  const t = useRuleTexts();
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>("");
  const log = useInfiniteQuery(logQuery(store, rule.id, outcome));
  const runs = log.data?.pages.flatMap((page) => page.runs) ?? [];
  return (
    <>
      <Segmented
        className={styles.tabs ?? ""}
        aria-label={t("log.outcome")}
        value={outcome}
        options={outcomes.map((value) => ({ value, label: t(`log.${value || "all"}`) }))}
        onChange={setOutcome}
      />
      {log.error && <ErrorPanel error={log.error} onRetry={() => void log.refetch()} />}
      {log.isPending && <SkeletonRows rows={4} />}
      {log.data && (
        <Panel title={t("tab.log")} extra={<Button onClick={() => void log.refetch()}>{t("log.again")}</Button>} flush>
          {runs.length === 0 && <p className={styles.none}>{t("log.none")}</p>}
          <ol className={styles.runs}>
            {runs.map((run) => (
              <RunLine key={run.id} store={store} run={run} entity={entity} />
            ))}
          </ol>
          {log.hasNextPage && (
            <p className={styles.none}>
              <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
                {t("log.more")}
              </Button>
            </p>
          )}
        </Panel>
      )}
    </>
  );
}

const reason = (code: string) => lookUp("rules", `problem.${code}`) ?? lookUp("errors", code) ?? code;

type Effect = { fields?: string[]; made?: [string, string][]; ended?: [string, string][]; tags?: string[]; said?: number[]; messages?: string[]; webhooks?: string[]; refused?: [string, string][]; chain?: string[] };

function RunLine({ store, run, entity }: { store: string; run: Run; entity: Entity }) {
  const t = useRuleTexts();
  const { i18n } = useTranslation();
  const effect = run.effect as Effect;
  const label = (name: string) => {
    const field = entity.fields.find((one) => one.name === name);
    return field ? labelIn(field.label, i18n.language) : name;
  };
  const why = effect.refused?.map(([field, code]) => (field ? t("log.why", { field: label(field), text: reason(code) }) : reason(code)));
  return (
    <li className={styles.run} data-outcome={run.outcome}>
      <span>
        {run.title === null ? <span className={styles.soft}>{t("log.gone")}</span> : <Link to={recordPath(store, entity.name, run.record_id)}>{run.title}</Link>}
      </span>
      <span>
        <b>{t(`log.${run.outcome}`)}</b>
        {effect.fields && effect.fields.length > 0 && ` · ${t("log.fields", { names: effect.fields.map(label).join(t("comma")) })}`}
        {effect.made?.map(([kind, id]) => (
          <span key={id}>
            {" · "}
            <Link to={recordPath(store, kind, id)}>{t("log.made")}</Link>
          </span>
        ))}
        {effect.ended && ` · ${t("log.ended")}`}
        {effect.tags && ` · ${t("log.tagged")}`}
        {effect.said && ` · ${t("log.said")}`}
        {effect.messages && ` · ${t("log.wrote")}`}
        {effect.webhooks && ` · ${t("log.called")}`}
        {run.code && ` · ${why && why.length > 0 ? why.join(t("comma")) : reason(run.code)}`}
      </span>
      <span className={styles.soft}>
        {formatDateTime(run.at)} · {t("log.version", { number: run.number })}
      </span>
    </li>
  );
}
