import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { App, Button, Input, Popconfirm } from "antd";
import { useState } from "react";
import { commentOnFlow, remindFlow, withdrawFlow } from "@/api/sdk.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useErrorNotice } from "@/components/errorNotice";
import { reasonText } from "@/features/flows/standing/reasonText";
import { readAnew } from "@/features/records/api/save";
import { recordPath } from "@/features/records/paths";
import { inStore } from "@/http/inStore";
import { instanceQuery } from "./api";
import type { Standing } from "./api";
import styles from "./approvals.module.css";
import { StatusTag } from "./StatusTag";
import { useApprovalTexts } from "./texts";
import { Trail } from "./Trail";

/** /s/<store>/work/flows/<instance>: where a flow stands, whom it waits for, and what happened in it. */
export function InstancePage() {
  const { store, instance } = useParams({ from: "/_shell/s/$store/work/flows/$instance" });
  const found = useQuery(instanceQuery(store, instance));
  if (found.error) return <ErrorPanel whole error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows rows={8} />;
  return <View store={store} standing={found.data} />;
}

function View({ store, standing }: { store: string; standing: Standing }) {
  const t = useApprovalTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { message } = App.useApp();
  const [text, setText] = useState("");
  const options = { headers: inStore(store), path: { instance_id: standing.id } };
  const running = useMutation({ mutationFn: (run: () => Promise<unknown>) => run(), onError: refuse, onSettled: () => readAnew(client, store) });
  const under = standing.status === "running";
  const waiting = standing.items.filter(({ state, kind }) => state === "open" && kind !== "copy");
  const stuck = standing.tokens.filter(({ state }) => state === "stuck");
  const stepOf = (id: string) => standing.nodes.find((node) => node.id === id)?.name ?? "";
  const say = () => running.mutate(() => commentOnFlow({ ...options, body: { text } }), { onSuccess: () => setText("") });
  return (
    <div className={styles.page}>
      <PageHeader
        above={
          <Link to="/s/$store/work" params={{ store }} search={{ tab: "started" }}>
            {t("back")}
          </Link>
        }
        title={standing.title ?? t("unseen")}
        note={
          <span className={styles.note}>
            <span>{standing.name}</span>
            <StatusTag instance={standing} />
          </span>
        }
        actions={
          <>
            {standing.title !== null && (
              <Link to={recordPath(store, standing.entity, standing.record_id)}>
                <Button>{t("openRecord")}</Button>
              </Link>
            )}
            {under && standing.mine && waiting.length > 0 && (
              <Button loading={running.isPending} onClick={() => running.mutate(() => remindFlow(options), { onSuccess: () => void message.success(t("reminded")) })}>
                {t("remind")}
              </Button>
            )}
            {under && standing.mine && (
              <Popconfirm title={t("withdrawSure")} okText={t("withdraw")} onConfirm={() => running.mutate(() => withdrawFlow({ ...options, body: { text: "" } }))}>
                <Button danger>{t("withdraw")}</Button>
              </Popconfirm>
            )}
          </>
        }
      />
      {under && (
        <Panel title={t("now")}>
          <ul className={styles.waiting}>
            {waiting.map((one) => (
              <li key={one.id}>{t("waitsFor", { who: one.person || t("somebody"), step: stepOf(one.node) })}</li>
            ))}
            {stuck.map((one) => (
              <li key={one.id} className={styles.late}>
                {t("stuckAt", { step: stepOf(one.node), reason: reasonText(one.code) })}
              </li>
            ))}
            {waiting.length === 0 && stuck.length === 0 && <li className="cz-soft">{t("goesOn")}</li>}
          </ul>
        </Panel>
      )}
      <Panel title={t("trail")}>
        <Trail store={store} standing={standing} />
        {under && (
          <form
            className={styles.say}
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim()) say();
            }}
          >
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} aria-label={t("say")} placeholder={t("say")} value={text} onChange={(event) => setText(event.target.value)} />
            {text.trim() && (
              <Button type="primary" htmlType="submit" loading={running.isPending}>
                {t("send")}
              </Button>
            )}
          </form>
        )}
      </Panel>
    </div>
  );
}
