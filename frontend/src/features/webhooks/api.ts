import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getWebhookDelivery, listWebhookDeliveries, listWebhooks } from "@/api/sdk.gen";
import type { WebhookDeliveryOut, WebhookOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";

export type Webhook = WebhookOut;
export type Delivery = WebhookDeliveryOut;

export const webhooksKey = (store: string) => ["store", store, "webhooks"] as const;
export const isOpen = ({ state }: Pick<Delivery, "state">) => state === "queued" || state === "sending";

export function webhooksQuery(store: string) {
  return queryOptions({
    queryKey: [...webhooksKey(store), "list"],
    queryFn: ({ signal }) => listWebhooks({ headers: inStore(store), signal }),
  });
}

export function deliveriesQuery(store: string, asked: { webhook_id?: string; state?: string }) {
  return infiniteQueryOptions({
    queryKey: [...webhooksKey(store), "deliveries", asked],
    queryFn: ({ signal, pageParam }) =>
      listWebhookDeliveries({ query: { ...asked, ...(pageParam ? { before: pageParam } : {}) }, headers: inStore(store), signal }),
    initialPageParam: "",
    getNextPageParam: (last) => (last.more ? last.deliveries.at(-1)?.id : undefined),
    // What waits leaves within seconds.
    refetchInterval: ({ state }) => (state.data?.pages[0]?.deliveries.some(isOpen) ? 3000 : false),
  });
}

export function deliveryQuery(store: string, id: string) {
  return queryOptions({
    queryKey: [...webhooksKey(store), "delivery", id],
    queryFn: ({ signal }) => getWebhookDelivery({ path: { webhook_delivery_id: id }, headers: inStore(store), signal }),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? 2000 : false),
  });
}
