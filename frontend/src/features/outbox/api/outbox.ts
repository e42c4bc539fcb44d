import { queryOptions } from "@tanstack/react-query";
import { request } from "@/http/request";

export type SentMessage = {
  id: string;
  channel: string;
  to: string;
  subject: string;
  body: string;
  links: string[];
  sent_at: string;
};

/** What this installation sent, the latest first. 404 where messages really leave. */
export const outboxQuery = queryOptions({
  queryKey: ["outbox"],
  queryFn: ({ signal }) => request<SentMessage[]>("/api/account/outbox", { signal }),
  refetchInterval: 5_000,
});
