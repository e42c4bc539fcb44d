import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { changeWebhook, createWebhook } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { inStore } from "@/http/inStore";
import { webhooksKey } from "./api";
import type { Webhook } from "./api";
import { Secret } from "./Secret";
import { useWebhookTexts } from "./texts";
import styles from "@/components/exchange/exchange.module.css";

/** Name and address; of a new one the secret afterwards, shown this once. */
export function WebhookSheet({ store, webhook, onClose }: { store: string; webhook: Webhook | null; onClose: () => void }) {
  const t = useWebhookTexts();
  const id = useId();
  const client = useQueryClient();
  const [name, setName] = useState(webhook?.name ?? "");
  const [url, setUrl] = useState(webhook?.url ?? "https://");
  const [secret, setSecret] = useState("");
  const saving = useMutation({
    mutationFn: async () => {
      const headers = inStore(store);
      if (!webhook) return (await createWebhook({ body: { name, url }, headers })).secret;
      const body = { version: webhook.version, name, url, enabled: webhook.enabled };
      await changeWebhook({ path: { webhook_id: webhook.id }, body, headers });
      return "";
    },
    onSuccess: async (made) => {
      setSecret(made);
      await client.invalidateQueries({ queryKey: webhooksKey(store) });
      if (!made) onClose();
    },
  });
  return (
    <Sheet open width={560} title={secret ? t("secret.title") : webhook ? t("change") : t("new")} onClose={onClose}>
      {secret ? (
        <>
          <Secret secret={secret} />
          <div className={styles.buttons}>
            <Button type="primary" onClick={onClose}>
              {t("secret.done")}
            </Button>
          </div>
        </>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            saving.mutate();
          }}
        >
          <div className={styles.field}>
            <label htmlFor={`${id}name`}>{t("name")}</label>
            <Input id={`${id}name`} required maxLength={60} placeholder={t("nameExample")} value={name} onChange={({ target }) => setName(target.value)} />
          </div>
          <div className={styles.field}>
            <label htmlFor={`${id}url`}>{t("url")}</label>
            <Input id={`${id}url`} required inputMode="url" maxLength={2048} value={url} onChange={({ target }) => setUrl(target.value)} />
            <span className={`${styles.soft} cz-small`}>{t("urlText")}</span>
          </div>
          <FormError error={saving.error} />
          <div className={styles.buttons}>
            <Button onClick={onClose}>{t("close")}</Button>
            <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={!name.trim() || url.length < 10}>
              {t("save")}
            </Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
