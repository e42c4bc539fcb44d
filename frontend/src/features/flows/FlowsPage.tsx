import { ApartmentOutlined, PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { entitiesQuery } from "@/features/records/api/entities";
import type { Entity } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { flowsQuery } from "./api";
import type { Head } from "./api";
import { FlowLine } from "./FlowLine";
import styles from "./flows.module.css";
import { NewFlow } from "./NewFlow";
import { runningQuery } from "./standing/api";
import { useFlowTexts } from "./texts";

/** /s/<store>/design/flows: approvals, tasks and waits of the store, one after the other. */
export function FlowsPage() {
  const { store } = useParams({ from: "/_shell/s/$store/design/flows" });
  return (
    <DesignGate store={store}>
      <Loaded store={store} />
    </DesignGate>
  );
}

function Loaded({ store }: { store: string }) {
  const flows = useQuery(flowsQuery(store));
  const entities = useQuery(entitiesQuery(store));
  const error = flows.error ?? entities.error;
  if (error) return <ErrorPanel whole error={error} onRetry={() => void flows.refetch()} />;
  if (!flows.data || !entities.data) return <SkeletonRows />;
  return <Flows store={store} flows={flows.data} entities={entities.data} />;
}

function Flows({ store, flows, entities }: { store: string; flows: Head[]; entities: Entity[] }) {
  const t = useFlowTexts();
  const { i18n } = useTranslation();
  const [making, setMaking] = useState(false);
  const kinds = entities.filter(({ name }) => flows.some(({ entity }) => entity === name));
  const begin = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {t("new.open")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        note={t("note")}
        actions={
          flows.length > 0 && (
            <>
              <RunningLink store={store} />
              {begin}
            </>
          )
        }
      />
      {flows.length === 0 && <EmptyState icon={<ApartmentOutlined />} title={t("empty")} text={t("emptyText")} actions={begin} />}
      {kinds.map((kind) => (
        <Panel key={kind.name} title={labelIn(kind.label, i18n.language)} flush>
          <ul className={styles.list}>
            {flows
              .filter(({ entity }) => entity === kind.name)
              .map((flow) => (
                <FlowLine key={flow.id} store={store} flow={flow} />
              ))}
          </ul>
        </Panel>
      ))}
      {making && <NewFlow store={store} entities={entities} taken={flows} onClose={() => setMaking(false)} />}
    </>
  );
}

/** To the flows under way; says how many stand still. */
function RunningLink({ store }: { store: string }) {
  const t = useFlowTexts();
  const stuck = useInfiniteQuery(runningQuery(store, "stuck")).data?.pages[0]?.stuck ?? 0;
  return (
    <Link to="/s/$store/design/flows/running" params={{ store }} className={stuck > 0 ? styles.trouble : undefined}>
      {stuck > 0 ? t("running.someStuck", { count: stuck }) : t("running.title")}
    </Link>
  );
}
