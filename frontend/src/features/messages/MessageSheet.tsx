import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { takeBackMessage } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { recordPath } from "@/features/records/paths";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import { messagesKey } from "./api";
import type { Message } from "./api";
import { Bubble } from "./Bubble";
import { isHeld } from "./held";
import { Why } from "./MessageLine";
import styles from "./messages.module.css";
import { StateTag } from "./StateTag";
import { useMessageTexts } from "./texts";

/** One message as its reader sees it, and all that is known of it. */
export function MessageSheet({ store, message, onClose }: { store: string; message: Message | null; onClose: () => void }) {
  const t = useMessageTexts();
  return (
    <Sheet open={message !== null} title={t("one")} onClose={onClose}>
      {message && <Known store={store} message={message} />}
    </Sheet>
  );
}

function Known({ store, message }: { store: string; message: Message }) {
  const t = useMessageTexts();
  const client = useQueryClient();
  const back = useMutation({
    mutationFn: () => takeBackMessage({ path: { message_id: message.id }, headers: inStore(store) }),
    onSuccess: () => client.invalidateQueries({ queryKey: messagesKey(store) }),
  });
  const { code } = message;
  return (
    <>
      <Bubble channel={message.channel} subject={message.subject} text={message.text} />
      <dl className={styles.facts}>
        <dt>{t("fact.state")}</dt>
        <dd>
          <StateTag state={message.state} />
          {message.state === "unknown" && <span className="cz-small">{t("unknownText")}</span>}
        </dd>
        {code && message.state !== "delivered" && (
          <>
            <dt>{t("fact.reason")}</dt>
            <dd>{isHeld(code) ? t(`held.${code}`) : t("providerSaid", { code })}</dd>
          </>
        )}
        {message.state === "queued" && (
          <>
            <dt>{t("fact.next")}</dt>
            <dd>{formatDateTime(message.next_at)}</dd>
          </>
        )}
        <dt>{t("fact.to")}</dt>
        <dd>
          {message.record_id && message.title ? <Link to={recordPath(store, message.entity, message.record_id)}>{message.title}</Link> : message.title} {message.address}
        </dd>
        <dt>{t("fact.why")}</dt>
        <dd>
          <Why message={message} />
        </dd>
        <dt>{t("fact.purpose")}</dt>
        <dd>{t(`purpose.${message.purpose}`)}</dd>
        {message.template_name && (
          <>
            <dt>{t("fact.template")}</dt>
            <dd>{message.template_name}</dd>
          </>
        )}
        <dt>{t("fact.at")}</dt>
        <dd>{formatDateTime(message.at)}</dd>
        {message.sent_at && (
          <>
            <dt>{t("fact.sent")}</dt>
            <dd>{formatDateTime(message.sent_at)}</dd>
          </>
        )}
        {message.delivered_at && (
          <>
            <dt>{t("fact.delivered")}</dt>
            <dd>{formatDateTime(message.delivered_at)}</dd>
          </>
        )}
        {Number(message.cost) > 0 && (
          <>
            <dt>{t("fact.cost")}</dt>
            <dd>{t("cost", { count: message.parts, cost: Number(message.cost).toFixed(3) })}</dd>
          </>
        )}
        {message.provider_id && (
          <>
            <dt>{t("fact.receipt")}</dt>
            <dd className="cz-mono cz-small">{message.provider_id}</dd>
          </>
        )}
      </dl>
      <FormError error={back.error} />
      {message.state === "queued" && (
        <div className={styles.buttons}>
          <Button danger loading={back.isPending} onClick={() => back.mutate()}>
            {t("takeBack")}
          </Button>
        </div>
      )}
    </>
  );
}
