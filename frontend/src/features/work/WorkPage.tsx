import { PlusOutlined, LockOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button, Tabs } from "antd";
import { useState } from "react";
import { Count } from "@/components/Count";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { useEntity } from "@/features/records/useEntity";
import { useMe } from "@/features/session/useMe";
import { waitingQuery } from "./api";
import { ItemList } from "./approvals/ItemList";
import { StartedList } from "./approvals/StartedList";
import { NewTask } from "./NewTask";
import { TaskList } from "./TaskList";
import { useWorkTexts } from "./texts";
import { isTaskTab, workSearchOf } from "./workSearch";
import styles from "./work.module.css";

function Counted({ text, count }: { text: string; count: number | undefined }) {
  return (
    <span className={styles.tab}>
      {text}
      <Count count={count ?? 0} most={999} />
    </span>
  );
}

/** /s/<store>/work: what waits for the person, what they asked of others, what is done. */
export function WorkPage() {
  const { store } = useParams({ from: "/_shell/s/$store/work" });
  const { tab = "tasks" } = useSearch({ from: "/_shell/s/$store/work" });
  const t = useWorkTexts();
  const tCommon = useCommonTexts();
  const navigate = useNavigate();
  const me = useMe().person.id;
  const { entity, error, retry } = useEntity(store, "task");
  const waiting = useQuery(waitingQuery(store)).data ?? {};
  const [making, setMaking] = useState(false);
  if (error) return <ErrorPanel whole error={error} onRetry={retry} />;
  if (entity === undefined) return <SkeletonRows rows={8} />;
  if (entity === null) return <EmptyState whole icon={<LockOutlined />} title={tCommon("forbidden.title")} text={tCommon("forbidden.text")} />;
  const begin = entity.actions.includes("create") ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {t("new")}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <Link to="/s/$store/work/away" params={{ store }}>
              <Button>{t("away")}</Button>
            </Link>
            {begin}
          </>
        }
      />
      <Tabs
        className={styles.tabs ?? ""}
        activeKey={tab}
        items={[
          { key: "tasks", label: <Counted text={t("tabs.tasks")} count={waiting.tasks} /> },
          { key: "approvals", label: <Counted text={t("tabs.approvals")} count={waiting.flows} /> },
          { key: "started", label: t("tabs.started") },
          { key: "done", label: t("tabs.done") },
        ]}
        onChange={(next) => void navigate({ to: ".", search: workSearchOf({ tab: next === "tasks" ? "" : next }), replace: true })}
      />
      {tab === "approvals" && <ItemList store={store} box="open" />}
      {tab === "started" && <StartedList store={store} />}
      {isTaskTab(tab) && <TaskList key={tab} store={store} entity={entity} tab={tab} me={me} begin={begin} />}
      {tab === "done" && <ItemList quiet store={store} box="done" />}
      <NewTask open={making} store={store} entity={entity} me={me} onClose={() => setMaking(false)} />
    </>
  );
}
