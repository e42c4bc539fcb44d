import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { KeyFacts } from "@/components/KeyFacts";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { FieldValue } from "@/features/fields/FieldValue";
import { isBlank } from "@/features/fields/valueText";
import { recordPath } from "@/features/records/paths";
import { useEntity } from "@/features/records/useEntity";
import { formatDateTime } from "@/format/date";
import { labelIn } from "@/i18n/labelIn";
import { AnswerSheet } from "./AnswerSheet";
import { instanceQuery, itemQuery } from "./api";
import type { Asked } from "./api";
import styles from "./approvals.module.css";
import { FormedFacts } from "./FormedFacts";
import { ItemFacts } from "./ItemFacts";
import { PassSheet } from "./PassSheet";
import type { Way } from "./PassSheet";
import { useApprovalTexts } from "./texts";
import { Trail } from "./Trail";
import type { Answer } from "./useItemActions";

/** /s/<store>/work/items/<item>: what is asked, the record as the step shows it, and what happened so far. */
export function ItemPage() {
  const { store, item } = useParams({ from: "/_shell/s/$store/work/items/$item" });
  const found = useQuery(itemQuery(store, item));
  if (found.error) return <ErrorPanel whole error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows rows={8} />;
  return <Item store={store} asked={found.data} />;
}

function Item({ store, asked }: { store: string; asked: Asked }) {
  const t = useApprovalTexts();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const { entity } = useEntity(store, asked.entity);
  const standing = useQuery(instanceQuery(store, asked.instance_id)).data;
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [passing, setPassing] = useState<Way | null>(null);
  const open = asked.state === "open";
  const record = asked.record;
  const above = asked.facts ?? {};
  const facts = record && entity
    ? entity.fields
        .filter(({ name }) => name in record && !(name in above) && !isBlank(record[name]))
        .map((field) => ({ key: field.name, label: labelIn(field.label, i18n.language), value: <FieldValue value={record[field.name]} field={field} store={store} row={record} whole /> }))
    : [];
  const ways: Way[] = [
    ...(asked.may.includes("transfer") ? (["transfer"] as const) : []),
    ...(asked.may.includes("delegate") ? (["delegate"] as const) : []),
    ...(asked.may.includes("add") && asked.kind === "approval" ? (["before", "after"] as const) : []),
    ...(asked.may.includes("return") && asked.steps.length > 0 ? (["return"] as const) : []),
  ];
  const back = () => void navigate({ to: "/s/$store/work", params: { store }, search: { tab: "approvals" } });
  const stepName = (id: string) => standing?.nodes.find((node) => node.id === id)?.name || t("start");
  return (
    <div className={styles.page}>
      <PageHeader
        above={
          <Link to="/s/$store/work" params={{ store }} search={{ tab: "approvals" }}>
            {t("back")}
          </Link>
        }
        title={asked.title ?? t("unseen")}
        note={
          <span className={styles.note}>
            <span>
              {asked.flow} · {asked.step}
            </span>
            {asked.started_by && <span>{t("startedBy", { who: asked.started_by })}</span>}
            {asked.due_at && <span>{t("due", { when: formatDateTime(asked.due_at) })}</span>}
          </span>
        }
        actions={
          record && (
            <Link to={recordPath(store, asked.entity, asked.record_id)} search={asked.form ? { asked: asked.id } : {}}>
              <Button>{t("openRecord")}</Button>
            </Link>
          )
        }
      />
      {asked.text && <p className={styles.said}>{asked.text}</p>}
      {asked.facts && (
        <Panel title={t("about")}>
          <ItemFacts store={store} item={asked} />
        </Panel>
      )}
      {record && entity && asked.form ? (
        <FormedFacts store={store} entity={entity} asked={asked} record={record} />
      ) : (
        (facts.length > 0 || !asked.facts) && (
          <Panel title={entity ? labelIn(entity.label, i18n.language) : t("unseen")}>{facts.length > 0 ? <KeyFacts facts={facts} columns /> : <p className="cz-soft">{t("unseenText")}</p>}</Panel>
        )
      )}
      {standing && (
        <Panel title={t("trail")}>
          <Trail store={store} standing={standing} />
        </Panel>
      )}
      {open && asked.kind !== "copy" && (
        <div className={styles.bar} role="region" aria-label={t("answer")}>
          {ways.length > 0 && (
            <Dropdown trigger={["click"]} placement="topLeft" menu={{ items: ways.map((way) => ({ key: way, label: t(`way.${way}`) })), onClick: ({ key }) => setPassing(key as Way) }}>
              <Button>{t("more")}</Button>
            </Dropdown>
          )}
          <span className={styles.grow} />
          {asked.kind === "approval" ? (
            <>
              <Button onClick={() => setAnswer("reject")}>{t("reject")}</Button>
              <Button type="primary" onClick={() => setAnswer("approve")}>
                {t("approve")}
              </Button>
            </>
          ) : (
            <Button type="primary" onClick={() => setAnswer("complete")}>
              {t(asked.kind === "revise" ? "resubmit" : "complete")}
            </Button>
          )}
        </div>
      )}
      <AnswerSheet store={store} item={answer ? asked : null} answer={answer ?? "approve"} onClose={() => setAnswer(null)} onDone={back} />
      <PassSheet store={store} asked={asked} way={passing} stepName={stepName} onClose={() => setPassing(null)} onDone={back} />
    </div>
  );
}
