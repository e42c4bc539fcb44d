import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getMessageLimits, listMessageChannels, listMessageConsents, listMessagePlaces, listMessages, listMessageTemplates } from "@/api/sdk.gen";
import type { MessageChannelOut, MessageProviderOut, MessageTemplateOut, SentMessageOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";

export type Message = SentMessageOut;
export type Template = MessageTemplateOut;
export type ChannelRow = MessageChannelOut;
export type Provider = MessageProviderOut;
export type Channel = Message["channel"];
export type Asked = { channel?: string; state?: string; purpose?: string; mine?: boolean; record_id?: string };

export const channels: Channel[] = ["sms", "mail", "wechat", "wecom", "dingtalk", "in_app"];
export const purposes: Message["purpose"][] = ["service", "marketing", "notice"];
export const states: Message["state"][] = ["queued", "sending", "sent", "delivered", "failed", "unknown", "suppressed"];
/** Providers of SMS and WeChat keep the words; what is sent by them are the values. */
export const withSign = (channel: Channel) => channel === "sms";
export const withSubject = (channel: Channel) => channel === "mail";
export const withProviderTemplate = (channel: Channel) => channel === "sms" || channel === "wechat";

export const messagesKey = (store: string) => ["store", store, "messages"] as const;

export function sentQuery(store: string, asked: Asked) {
  return infiniteQueryOptions({
    queryKey: [...messagesKey(store), "sent", asked],
    queryFn: ({ signal, pageParam }) =>
      listMessages({ query: { ...asked, ...(pageParam ? { before: pageParam } : {}) }, headers: inStore(store), signal }),
    initialPageParam: "",
    getNextPageParam: (last) => (last.more ? last.messages.at(-1)?.id : undefined),
    // What waits leaves within seconds.
    refetchInterval: ({ state }) => (state.data?.pages[0]?.messages.some((one) => one.state === "queued" || one.state === "sending") ? 3000 : false),
  });
}

export function templatesQuery(store: string, entity = "") {
  return queryOptions({
    queryKey: [...messagesKey(store), "templates", entity],
    queryFn: ({ signal }) => listMessageTemplates({ query: { entity }, headers: inStore(store), signal }),
  });
}

export function placesQuery(store: string, entity: string, channel: string) {
  return queryOptions({
    queryKey: [...messagesKey(store), "places", entity, channel],
    queryFn: ({ signal }) => listMessagePlaces({ query: { entity, channel }, headers: inStore(store), signal }),
    enabled: entity !== "",
  });
}

export function channelsQuery(store: string) {
  return queryOptions({
    queryKey: [...messagesKey(store), "channels"],
    queryFn: ({ signal }) => listMessageChannels({ headers: inStore(store), signal }),
  });
}

export function limitsQuery(store: string) {
  return queryOptions({
    queryKey: [...messagesKey(store), "limits"],
    queryFn: ({ signal }) => getMessageLimits({ headers: inStore(store), signal }),
  });
}

export function consentsQuery(store: string, entity: string, id: string) {
  return queryOptions({
    queryKey: [...messagesKey(store), "consents", entity, id],
    queryFn: ({ signal }) => listMessageConsents({ path: { entity, record_id: id }, headers: inStore(store), signal }),
  });
}
