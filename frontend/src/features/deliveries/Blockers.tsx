import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { listDeliveryBlockers } from "@/api/sdk.gen";
import { Panel } from "@/components/Panel";
import { SuccessNote } from "@/components/SuccessNote";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import styles from "./blockers.module.css";
import { useDeliveryTexts } from "./texts";

/** What stands in the way of the hand-over, before anybody tries it. */
export function Blockers({ store, record }: { store: string; record: Row }) {
  const t = useDeliveryTexts();
  const { i18n } = useTranslation();
  const underway = record.status === "preparing" || record.status === "ready";
  const found = useQuery({
    queryKey: ["store", store, "records", "delivery", "blockers", idOf(record)],
    queryFn: ({ signal }) => listDeliveryBlockers({ signal, headers: inStore(store), path: { delivery_id: idOf(record) } }),
    enabled: underway,
  }).data?.blockers;
  if (!underway || !found) return null;
  if (found.length === 0) return <div className={styles.ready}><SuccessNote text={t("ready")} /></div>;
  return (
    <Panel title={t("missing", { count: found.length })}>
      <ul className={styles.list}>
        {found.map((one) => (
          <li key={one.zh}>{labelIn(one, i18n.language)}</li>
        ))}
      </ul>
    </Panel>
  );
}
