import { ArrowLeftOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Alert } from "antd";
import { useMemo } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { formatDateTime } from "@/format/date";
import { DesignGate } from "@/features/design/DesignGate";
import { recordPath } from "@/features/records/paths";
import { nodeOf } from "../drawn/edits";
import { useFlowTexts } from "../texts";
import { standingQuery } from "./api";
import type { Standing } from "./api";
import { EntryList } from "./EntryList";
import { reasonText } from "./reasonText";
import { InstanceActions } from "./InstanceActions";
import { drawnOf } from "./standing";
import styles from "./standing.module.css";
import { StandingDiagram } from "./StandingDiagram";

/** /s/<store>/design/flows/running/<instance>: where a flow under way is, what happened in it, and a hand in it. */
export function InstancePage() {
  const { store, instance } = useParams({ from: "/_shell/s/$store/design/flows/running/$instance" });
  return (
    <DesignGate store={store}>
      <Loaded key={instance} store={store} id={instance} />
    </DesignGate>
  );
}

function Loaded({ store, id }: { store: string; id: string }) {
  const standing = useQuery(standingQuery(store, id));
  if (standing.error) return <ErrorPanel whole error={standing.error} onRetry={() => void standing.refetch()} />;
  if (!standing.data) return <SkeletonRows rows={6} />;
  return <Instance store={store} standing={standing.data} />;
}

function Instance({ store, standing }: { store: string; standing: Standing }) {
  const t = useFlowTexts();
  const definition = useMemo(() => drawnOf(standing), [standing]);
  const stuck = standing.tokens.filter(({ state }) => state === "stuck");
  const status = standing.status === "done" && standing.outcome ? t(`outcome.${standing.outcome as "done"}`) : t(`standing.status.${standing.status}`);
  return (
    <>
      <PageHeader
        above={
          <Link to="/s/$store/design/flows/running" params={{ store }}>
            <ArrowLeftOutlined aria-hidden /> {t("running.title")}
          </Link>
        }
        title={standing.name}
        note={
          <>
            {status} · {standing.title === null ? t("running.unseen") : <Link to={recordPath(store, standing.entity, standing.record_id)}>{standing.title}</Link>} ·{" "}
            {t("running.begun", { name: standing.started_by || t("standing.itself"), at: formatDateTime(standing.started_at), number: standing.number })}
          </>
        }
        actions={standing.status === "running" && <InstanceActions store={store} standing={standing} definition={definition} />}
      />
      <div className={styles.page}>
        {stuck.map(({ id, node, code }) => (
          <Alert key={id} type="error" showIcon title={t("standing.stuckAt", { name: nodeOf(definition, node)?.name || node, reason: reasonText(code) })} />
        ))}
        <div className={styles.drawing}>
          <StandingDiagram standing={standing} />
        </div>
        <Panel title={t("standing.happened")}>
          <EntryList store={store} standing={standing} definition={definition} />
        </Panel>
      </div>
    </>
  );
}
