import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { replayWebhookDelivery } from "@/api/sdk.gen";
import type { WebhookDeliveryBodyOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { recordPath } from "@/features/records/paths";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import { deliveryQuery, isOpen, webhooksKey } from "./api";
import { useReason } from "./reason";
import { StateSign } from "./StateSign";
import { useWebhookTexts } from "./texts";
import styles from "@/components/exchange/exchange.module.css";

/** What was sent, what was answered, and the way to send it again. */
export function DeliverySheet({ store, id, onClose }: { store: string; id: string; onClose: () => void }) {
  const t = useWebhookTexts();
  const told = useQuery(deliveryQuery(store, id));
  return (
    <Sheet open width={600} title={t("one")} onClose={onClose}>
      {told.error && <ErrorPanel error={told.error} onRetry={() => void told.refetch()} />}
      {told.isPending && <SkeletonRows rows={4} />}
      {told.data && <Known store={store} delivery={told.data} />}
    </Sheet>
  );
}

function Known({ store, delivery }: { store: string; delivery: WebhookDeliveryBodyOut }) {
  const t = useWebhookTexts();
  const reason = useReason();
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => replayWebhookDelivery({ path: { webhook_delivery_id: delivery.id }, headers: inStore(store) }),
    onSuccess: () => client.invalidateQueries({ queryKey: webhooksKey(store) }),
  });
  return (
    <div className={styles.form}>
      <dl className={styles.facts}>
        <dt>{t("fact.state")}</dt>
        <dd>
          <StateSign state={delivery.state} /> {delivery.code && reason(delivery)}
        </dd>
        {delivery.title && delivery.record_id && (
          <>
            <dt>{t("fact.record")}</dt>
            <dd>
              <Link to={recordPath(store, delivery.entity, delivery.record_id)}>{delivery.title}</Link>
            </dd>
          </>
        )}
        <dt>{t("fact.why")}</dt>
        <dd>{t(`why.${delivery.why_kind}`, { name: delivery.why_name })}</dd>
        <dt>{t("fact.at")}</dt>
        <dd>{formatDateTime(delivery.at)}</dd>
        {delivery.sent_at && (
          <>
            <dt>{t("fact.sent")}</dt>
            <dd>{t("attempt", { at: formatDateTime(delivery.sent_at), count: delivery.attempts })}</dd>
          </>
        )}
        {delivery.state === "queued" && (
          <>
            <dt>{t("fact.next")}</dt>
            <dd>{formatDateTime(delivery.next_at)}</dd>
          </>
        )}
        <dt>{t("fact.id")}</dt>
        <dd className="cz-mono cz-small">{delivery.message_id}</dd>
      </dl>
      <b>{t("body")}</b>
      {delivery.body ? <pre className={styles.code}>{JSON.stringify(delivery.body, null, 2)}</pre> : <span className={styles.soft}>{t("hidden")}</span>}
      {delivery.status !== null && (
        <>
          <b>{t("answer", { status: delivery.status })}</b>
          {delivery.answer && <pre className={styles.code}>{delivery.answer}</pre>}
        </>
      )}
      <FormError error={again.error} />
      {!isOpen(delivery) && (
        <div className={styles.buttons}>
          <span className={`${styles.soft} cz-small`}>{t("replayText")}</span>
          <Button loading={again.isPending} onClick={() => again.mutate()}>
            {t("replay")}
          </Button>
        </div>
      )}
    </div>
  );
}
