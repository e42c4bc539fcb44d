import { ApartmentOutlined, ArrowLeftOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { formatDateTime } from "@/format/date";
import { DesignGate } from "@/features/design/DesignGate";
import flows from "../flows.module.css";
import { useFlowTexts } from "../texts";
import { runningQuery } from "./api";
import type { Running, Which } from "./api";
import { reasonText } from "./reasonText";
import styles from "./standing.module.css";

const tabs = ["running", "stuck", "over"] as const;

/** /s/<store>/design/flows/running: the flows under way, those that stand still with the reason, and those that are over. */
export function RunningPage() {
  const { store } = useParams({ from: "/_shell/s/$store/design/flows/running" });
  return (
    <DesignGate store={store}>
      <Loaded store={store} />
    </DesignGate>
  );
}

function Loaded({ store }: { store: string }) {
  const t = useFlowTexts();
  const [which, setWhich] = useState<Which>("running");
  const found = useInfiniteQuery(runningQuery(store, which));
  const rows = found.data?.pages.flatMap(({ instances }) => instances) ?? [];
  const stuck = found.data?.pages[0]?.stuck ?? 0;
  return (
    <>
      <PageHeader
        above={
          <Link to="/s/$store/design/flows" params={{ store }}>
            <ArrowLeftOutlined aria-hidden /> {t("title")}
          </Link>
        }
        title={t("running.title")}
        note={t("running.note")}
      />
      <div className={styles.page}>
        <Segmented<Which>
          className={styles.tabs ?? ""}
          aria-label={t("running.title")}
          value={which}
          onChange={setWhich}
          options={tabs.map((value) => ({ value, label: value === "stuck" && stuck > 0 ? t("running.stuckCount", { count: stuck }) : t(`running.${value}`) }))}
        />
        {found.error && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <SkeletonRows rows={4} />}
        {found.data && rows.length === 0 && <EmptyState icon={<ApartmentOutlined />} title={t(`running.none.${which}`)} />}
        {rows.length > 0 && (
          <Panel flush>
            <ul className={flows.list}>
              {rows.map((one) => (
                <RunningLine key={one.id} store={store} one={one} />
              ))}
            </ul>
            {found.hasNextPage && (
              <div className={styles.next}>
                <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                  {t("running.older")}
                </Button>
              </div>
            )}
          </Panel>
        )}
      </div>
    </>
  );
}

function RunningLine({ store, one }: { store: string; one: Running }) {
  const t = useFlowTexts();
  const status = one.status === "done" && one.outcome ? t(`outcome.${one.outcome as "done"}`) : t(`standing.status.${one.status}`);
  return (
    <li className={flows.line}>
      <div className={flows.words}>
        <Link to="/s/$store/design/flows/running/$instance" params={{ store, instance: one.id }}>
          <b>{one.name}</b> · {one.title ?? t("running.unseen")}
        </Link>
        <span className={flows.soft}>
          {status} · {t("running.begun", { name: one.started_by || t("standing.itself"), at: formatDateTime(one.started_at), number: one.number })}
        </span>
        {one.stuck_at.map(({ token_id, code, since }) => (
          <span key={token_id} className={flows.trouble}>
            {t("running.stuckSince", { reason: reasonText(code), at: formatDateTime(since) })}
          </span>
        ))}
      </div>
    </li>
  );
}
