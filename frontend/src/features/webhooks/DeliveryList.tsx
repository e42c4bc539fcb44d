import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ExchangeLog } from "@/components/exchange/ExchangeLog";
import { deliveriesQuery } from "./api";
import type { Delivery, Webhook } from "./api";
import { DeliverySheet } from "./DeliverySheet";
import { useReason } from "./reason";
import { StateSign } from "./StateSign";
import { useWebhookTexts } from "./texts";

const states: Delivery["state"][] = ["queued", "sending", "delivered", "failed"];

/** The last deliveries, of all addresses or of one. */
export function DeliveryList({ store, webhooks }: { store: string; webhooks: Webhook[] }) {
  const t = useWebhookTexts();
  const reason = useReason();
  const [asked, setAsked] = useState<{ webhook_id?: string; state?: string }>({});
  const [open, setOpen] = useState<string | null>(null);
  const sent = useInfiniteQuery(deliveriesQuery(store, asked));
  const rows = sent.data?.pages.flatMap((page) => page.deliveries) ?? [];
  const names = new Map(webhooks.map(({ id, name }) => [id, name]));
  return (
    <ExchangeLog
      title={t("log")}
      by={[
        {
          label: t("by.webhook"),
          options: webhooks.map(({ id, name }) => ({ value: id, label: name })),
          onChange: (value) => setAsked({ ...asked, webhook_id: value ?? "" }),
        },
        {
          label: t("by.state"),
          options: states.map((value) => ({ value, label: t(`state.${value}`) })),
          onChange: (value) => setAsked({ ...asked, state: value ?? "" }),
        },
      ]}
      rows={
        sent.data
          ? rows.map((row) => ({
              id: row.id,
              at: row.at,
              sign: <StateSign state={row.state} />,
              head: (
                <>
                  <b>{names.get(row.webhook_id)}</b> <code>{row.type}</code> {row.title}
                </>
              ),
              note: (
                <>
                  {t(`why.${row.why_kind}`, { name: row.why_name })}
                  {row.code && ` · ${reason(row)}`}
                </>
              ),
            }))
          : null
      }
      none={t("none")}
      error={sent.error}
      onRetry={() => void sent.refetch()}
      more={sent.hasNextPage ? { text: t("more"), busy: sent.isFetchingNextPage, onClick: () => void sent.fetchNextPage() } : null}
      onOpen={setOpen}
    >
      {open && <DeliverySheet key={open} store={store} id={open} onClose={() => setOpen(null)} />}
    </ExchangeLog>
  );
}
