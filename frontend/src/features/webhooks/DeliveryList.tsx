import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useNow } from "@/components/useNow";
import { formatSince } from "@/format/date";
import { deliveriesQuery } from "./api";
import type { Delivery, Webhook } from "./api";
import { DeliverySheet } from "./DeliverySheet";
import { useReason } from "./reason";
import { StateSign } from "./StateSign";
import { useWebhookTexts } from "./texts";
import styles from "./webhooks.module.css";

const states: Delivery["state"][] = ["queued", "sending", "delivered", "failed"];

/** The last deliveries, of all addresses or of one. */
export function DeliveryList({ store, webhooks }: { store: string; webhooks: Webhook[] }) {
  const t = useWebhookTexts();
  const now = useNow();
  const reason = useReason();
  const [asked, setAsked] = useState<{ webhook_id?: string; state?: string }>({});
  const [open, setOpen] = useState<string | null>(null);
  const sent = useInfiniteQuery(deliveriesQuery(store, asked));
  const rows = sent.data?.pages.flatMap((page) => page.deliveries) ?? [];
  const names = new Map(webhooks.map(({ id, name }) => [id, name]));
  return (
    <Panel title={t("log")} flush>
      <div className={styles.bar}>
        <Select
          allowClear
          aria-label={t("by.webhook")}
          placeholder={t("by.webhook")}
          options={webhooks.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value: string | undefined) => setAsked({ ...asked, webhook_id: value ?? "" })}
        />
        <Select
          allowClear
          aria-label={t("by.state")}
          placeholder={t("by.state")}
          options={states.map((value) => ({ value: value as string, label: t(`state.${value}`) }))}
          onChange={(value: string | undefined) => setAsked({ ...asked, state: value ?? "" })}
        />
      </div>
      {sent.error && <ErrorPanel error={sent.error} onRetry={() => void sent.refetch()} />}
      {sent.isPending && <SkeletonRows rows={3} />}
      {sent.data && rows.length === 0 && <p className={styles.none}>{t("none")}</p>}
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <button type="button" className={styles.open} onClick={() => setOpen(row.id)}>
              <StateSign state={row.state} />
              <span className={styles.words}>
                <span>
                  <b>{names.get(row.webhook_id)}</b> <code>{row.type}</code> {row.title}
                </span>
                <span className={`${styles.soft} cz-small`}>
                  {t(`why.${row.why_kind}`, { name: row.why_name })}
                  {row.code && ` · ${reason(row)}`}
                </span>
              </span>
              <span className={`${styles.soft} cz-small`}>{formatSince(row.at, now)}</span>
            </button>
          </li>
        ))}
      </ul>
      {sent.hasNextPage && (
        <p className={styles.none}>
          <Button loading={sent.isFetchingNextPage} onClick={() => void sent.fetchNextPage()}>
            {t("more")}
          </Button>
        </p>
      )}
      {open && <DeliverySheet key={open} store={store} id={open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}
