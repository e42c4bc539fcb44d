import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { rollBackFlow } from "@/api/sdk.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import { flowsKey, versionsQuery } from "../api";
import type { Flow, Version } from "../api";
import { ofServer } from "../drawn/sent";
import { differencesOf } from "../said/differences";
import { useFlowTexts } from "../texts";
import styles from "./designer.module.css";
import { useDesigner } from "./useDesigner";

type Props = { store: string; flow: Flow; onRolledBack: () => void; onClose: () => void };

/** The versions, each with who published it and what it changed of the one before; and the way back. */
export function HistorySheet({ store, flow, onRolledBack, onClose }: Props) {
  const t = useFlowTexts();
  const client = useQueryClient();
  const { telling } = useDesigner();
  const versions = useQuery(versionsQuery(store, flow.id));
  const back = useMutation({
    mutationFn: (number: number) => rollBackFlow({ path: { flow_id: flow.id }, body: { number }, headers: inStore(store) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: flowsKey(store) });
      onRolledBack();
      onClose();
    },
  });
  const changesOf = ({ definition }: Version, before: Version | undefined) =>
    before ? differencesOf(ofServer(before.definition), ofServer(definition), telling) : [];
  return (
    <Sheet open title={t("history.open")} width={640} onClose={onClose}>
      {versions.error && <ErrorPanel error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.isPending && <SkeletonRows rows={3} />}
      <FormError error={back.error} />
      <ol className={styles.versions}>
        {versions.data?.map((version, at) => (
          <li key={version.number} className={styles.version}>
            <b>{t("history.version", { number: version.number })}</b>
            <span className={styles.soft}>
              {version.by_name} · {formatDateTime(version.at)}
              {version.back_to !== null && ` · ${t("history.backTo", { number: version.back_to })}`}
            </span>
            {version.note && <span>{version.note}</span>}
            <ul className={styles.changes}>
              {changesOf(version, versions.data[at + 1]).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            {version.number === flow.published ? (
              <span className={styles.soft}>{t("history.inForce")}</span>
            ) : (
              <span>
                <Button size="small" loading={back.isPending} onClick={() => back.mutate(version.number)}>
                  {t("history.rollBack")}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
