import { LockOutlined, PlusOutlined, TableOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { OverviewOut } from "@/api/types.gen";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { useHq } from "@/features/session/useHq";
import { AddWanted } from "./AddWanted";
import { overviewQuery } from "./api/design";
import { RunSheet } from "./RunSheet";
import { useHqDesignTexts } from "./texts";
import { useSpread } from "./useSpread";
import { WantedKind } from "./WantedKind";
import { WantedList } from "./WantedList";

/** The fields and kinds of record that headquarters gives to its stores. */
export function FieldsPage() {
  const tCommon = useCommonTexts();
  const group = useHq();
  const allowed = group.role === "group_owner" || group.role === "hq_operations";
  const overview = useQuery({ ...overviewQuery(group.slug), enabled: allowed });
  if (!allowed) {
    return <EmptyState whole icon={<LockOutlined />} title={tCommon("forbidden.title")} text={tCommon("forbidden.text")} />;
  }
  if (overview.error) return <ErrorPanel whole error={overview.error} onRetry={() => void overview.refetch()} />;
  if (!overview.data) return <SkeletonRows />;
  return <Loaded group={group.slug} overview={overview.data} />;
}

function Loaded({ group, overview }: { group: string; overview: OverviewOut }) {
  const t = useHqDesignTexts();
  const [adding, setAdding] = useState<"field" | "kind" | null>(null);
  const spreading = useSpread(group);
  const { run } = spreading;
  const close = () => setAdding(null);
  const empty = overview.kinds.length + overview.fields.length === 0;
  const buttons = overview.stores.length > 0 && (
    <>
      <Button onClick={() => setAdding("kind")}>{t("addKind")}</Button>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding("field")}>
        {t("addField")}
      </Button>
    </>
  );
  const start = (...told: Parameters<typeof spreading.start>) => {
    close();
    void spreading.start(...told);
  };
  return (
    <>
      <PageHeader title={t("title")} note={t("note")} actions={buttons} />
      {empty && (
        <EmptyState
          icon={<TableOutlined />}
          title={t("none.title")}
          text={t(overview.stores.length > 0 ? "none.text" : "none.stores")}
        />
      )}
      {!empty && (
        <Panel title={t("given")} flush>
          <WantedList group={group} overview={overview} onSpread={start} />
        </Panel>
      )}
      {adding === "field" && <AddWanted group={group} overview={overview} onSpread={start} onClose={close} />}
      {adding === "kind" && <WantedKind group={group} overview={overview} edited={null} onSpread={start} onClose={close} />}
      {run && (
        <RunSheet
          run={run}
          onStop={spreading.stop}
          onClose={spreading.close}
          onAgain={(agreed) => {
            const done = new Set(run.outcomes.filter(({ code }) => !code).map(({ store }) => store));
            void spreading.start(run.target, run.stores.filter(({ slug }) => !done.has(slug)), agreed);
          }}
        />
      )}
    </>
  );
}
