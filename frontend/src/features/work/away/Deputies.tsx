import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { endFlowDeputy } from "@/api/sdk.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { useErrorNotice } from "@/components/errorNotice";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useMe } from "@/features/session/useMe";
import { formatDate } from "@/format/date";
import { inStore } from "@/http/inStore";
import { deputiesQuery } from "./api";
import type { Deputy } from "./api";
import styles from "./away.module.css";
import { DeputySheet } from "./DeputySheet";
import { useAwayTexts } from "./texts";

/** One's own deputies, and whom one stands in for; all of them for who designs. */
export function Deputies({ store, designs }: { store: string; designs: boolean }) {
  const t = useAwayTexts();
  const me = useMe().person.id;
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { modal } = App.useApp();
  const told = useQuery(deputiesQuery(store));
  const [making, setMaking] = useState(false);
  const ending = useMutation({
    mutationFn: ({ id }: Deputy) => endFlowDeputy({ path: { deputy_id: id }, headers: inStore(store) }),
    onSettled: () => client.invalidateQueries({ queryKey: deputiesQuery(store).queryKey }),
    onError: refuse,
  });
  const named = (id: string, name: string) => (id === me ? t("me") : name || t("left"));
  const sentence = (one: Deputy) =>
    t("deputy.line", { person: named(one.person, one.person_name), deputy: named(one.deputy, one.deputy_name), since: formatDate(one.since), until: formatDate(one.until) });
  const end = (one: Deputy) =>
    modal.confirm({
      title: t("deputy.end"),
      content: t("deputy.endText", { line: sentence(one) }),
      okText: t("deputy.end"),
      cancelText: t("cancel"),
      onOk: () => ending.mutateAsync(one).catch(() => undefined),
    });
  return (
    <Panel
      title={t("deputy.title")}
      flush
      extra={
        <Button icon={<PlusOutlined />} onClick={() => setMaking(true)}>
          {t("deputy.new")}
        </Button>
      }
    >
      {told.isPending && <SkeletonRows rows={2} />}
      {told.error && <ErrorPanel error={told.error} onRetry={() => void told.refetch()} />}
      {told.data?.length === 0 && <p className={styles.none}>{t("deputy.none")}</p>}
      <ul className={styles.list}>
        {told.data?.map((one) => (
          <li key={one.id} className={styles.line}>
            <span className={styles.words}>{sentence(one)}</span>
            {(designs || one.person === me) && (
              <Button size="small" onClick={() => end(one)}>
                {t("deputy.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {making && <DeputySheet store={store} designs={designs} onClose={() => setMaking(false)} />}
    </Panel>
  );
}
