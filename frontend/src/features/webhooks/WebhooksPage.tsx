import { ApiOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { webhooksQuery } from "./api";
import type { Webhook } from "./api";
import { DeliveryList } from "./DeliveryList";
import { useWebhookTexts } from "./texts";
import { WebhookLine } from "./WebhookLine";
import { WebhookSheet } from "./WebhookSheet";
import styles from "@/components/exchange/exchange.module.css";

/** /s/<store>/settings/webhooks: other programs that rules and flows tell. */
export function WebhooksPage() {
  const { store } = useParams({ from: "/_shell/s/$store/settings/webhooks" });
  return (
    <DesignGate store={store}>
      <Webhooks store={store} />
    </DesignGate>
  );
}

function Webhooks({ store }: { store: string }) {
  const t = useWebhookTexts();
  const webhooks = useQuery(webhooksQuery(store));
  const [open, setOpen] = useState<Webhook | "new" | null>(null);
  if (webhooks.error) return <ErrorPanel whole error={webhooks.error} onRetry={() => void webhooks.refetch()} />;
  if (!webhooks.data) return <SkeletonRows />;
  const begin = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen("new")}>
      {t("new")}
    </Button>
  );
  const some = webhooks.data.length > 0;
  return (
    <>
      <PageHeader
        above={
          <Link to="/s/$store/design/rules" params={{ store }}>
            {t("above")}
          </Link>
        }
        title={t("title")}
        note={t("note")}
        actions={some && begin}
      />
      {!some && <EmptyState icon={<ApiOutlined />} title={t("empty")} text={t("emptyText")} actions={begin} />}
      {some && (
        <Panel flush>
          <ul className={styles.list}>
            {webhooks.data.map((webhook) => (
              <WebhookLine key={webhook.id} store={store} webhook={webhook} onOpen={() => setOpen(webhook)} />
            ))}
          </ul>
        </Panel>
      )}
      {some && <DeliveryList store={store} webhooks={webhooks.data} />}
      {open && <WebhookSheet store={store} webhook={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}
