import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { changeWebhook, deleteWebhook, rotateWebhookSecret, tryWebhook } from "@/api/sdk.gen";
import { ExchangeLine } from "@/components/exchange/ExchangeLine";
import { FormError } from "@/components/FormError";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import { webhooksKey } from "./api";
import type { Webhook } from "./api";
import { Secret } from "./Secret";
import { useWebhookTexts } from "./texts";
import styles from "@/components/exchange/exchange.module.css";

/** One address: whether it is on, what became of what was sent to it lately, and what can be done with it. */
export function WebhookLine({ store, webhook, onOpen }: { store: string; webhook: Webhook; onOpen: () => void }) {
  const t = useWebhookTexts();
  const client = useQueryClient();
  const { modal, message } = App.useApp();
  const { id, name, url, enabled, version } = webhook;
  const request = { path: { webhook_id: id }, headers: inStore(store) };
  const acting = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => client.invalidateQueries({ queryKey: webhooksKey(store) }),
  });
  const confirm = (what: "rotate" | "delete", act: () => Promise<unknown>) =>
    modal.confirm({
      title: t(what),
      content: t(`${what}Text`, { name }),
      okText: t(what),
      cancelText: t("close"),
      onOk: () => acting.mutateAsync(act).catch(() => undefined),
    });
  async function rotate(): Promise<void> {
    const { secret } = await rotateWebhookSecret({ ...request, body: { version } });
    modal.info({ title: t("secret.title"), width: 560, icon: null, content: <Secret secret={secret} />, okText: t("secret.done") });
  }
  async function tryIt(): Promise<void> {
    await tryWebhook(request);
    void message.success(t("tried"));
  }
  return (
    <ExchangeLine
      name={name}
      label={t("switch", { name })}
      enabled={enabled}
      busy={acting.isPending}
      onSwitch={(on) => acting.mutate(() => changeWebhook({ ...request, body: { version, name, url, enabled: on } }))}
      buttons={
        <>
          <Button disabled={!enabled} onClick={() => acting.mutate(tryIt)}>
            {t("try")}
          </Button>
          <Button onClick={onOpen}>{t("change")}</Button>
          <Button onClick={() => confirm("rotate", rotate)}>{t("rotate")}</Button>
          <Button danger onClick={() => confirm("delete", () => deleteWebhook(request))}>
            {t("delete")}
          </Button>
        </>
      }
    >
      <span className={`${styles.soft} ${styles.address}`}>{url}</span>
      <span className={`${styles.soft} cz-small`}>
        {webhook.last_at ? t("lately", { count: webhook.sent, at: formatDateTime(webhook.last_at) }) : t("never")}
        {webhook.waiting > 0 && ` · ${t("waiting", { count: webhook.waiting })}`}
      </span>
      {webhook.old_until && <span className={`${styles.soft} cz-small`}>{t("oldUntil", { at: formatDateTime(webhook.old_until) })}</span>}
      {webhook.failed > 0 && <span className={styles.trouble}>{t("failures", { count: webhook.failed })}</span>}
      <FormError error={acting.error} />
    </ExchangeLine>
  );
}
