import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { compareFormVersions, rollBackForm } from "@/api/sdk.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import { versionsQuery } from "../api/designs";
import type { Draft } from "../api/designs";
import { useFormsTexts } from "../texts";
import { Differences } from "./Differences";
import styles from "./designer.module.css";

type Props = { store: string; draft: Draft; onRolledBack: () => void; onClose: () => void };

/** The versions, each with who made it; what has changed since, and the way back. */
export function HistorySheet({ store, draft, onRolledBack, onClose }: Props) {
  const t = useFormsTexts();
  const client = useQueryClient();
  const versions = useQuery(versionsQuery(store, draft.id));
  const [compared, setCompared] = useState<number | null>(null);
  const back = useMutation({
    mutationFn: (number: number) => rollBackForm({ path: { form_id: draft.id }, body: { number }, headers: inStore(store) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["store", store] });
      onRolledBack();
      onClose();
    },
  });
  const differences = useQuery({
    queryKey: ["store", store, "forms", "compare", draft.id, compared],
    queryFn: ({ signal }) => compareFormVersions({ path: { form_id: draft.id }, query: { before: compared ?? 0 }, headers: inStore(store), signal }),
    enabled: compared !== null,
    gcTime: 0,
  });
  return (
    <Sheet open title={t("history.title")} width={640} onClose={onClose}>
      <div className={styles.sheet}>
        {versions.error && <ErrorPanel error={versions.error} onRetry={() => void versions.refetch()} />}
        {versions.isPending && <SkeletonRows rows={3} />}
        {versions.data?.length === 0 && <p className={styles.soft}>{t("history.none")}</p>}
        <FormError error={back.error} />
        <ol className={styles.versions}>
          {versions.data?.map((version, at) => (
            <li key={version.number}>
              <div className={styles.version}>
                <b>{t("history.version", { number: version.number })}</b>
                <span className={styles.soft}>
                  {version.by_name} · {formatDateTime(version.at)}
                </span>
                {version.back_to !== null && <span>{t("history.backTo", { number: version.back_to })}</span>}
                {version.note && <span>{version.note}</span>}
                <span className={styles.buttons}>
                  <Button size="small" onClick={() => setCompared(compared === version.number ? null : version.number)}>
                    {t("history.compare")}
                  </Button>
                  {at > 0 && (
                    <Button size="small" loading={back.isPending} onClick={() => back.mutate(version.number)}>
                      {t("history.rollBack")}
                    </Button>
                  )}
                </span>
              </div>
              {compared === version.number && (
                <div className={styles.since}>
                  <b>{t("history.since")}</b>
                  {differences.data ? <Differences changes={differences.data} /> : <SkeletonRows rows={2} />}
                </div>
              )}
            </li>
          ))}
        </ol>
      </div>
    </Sheet>
  );
}
