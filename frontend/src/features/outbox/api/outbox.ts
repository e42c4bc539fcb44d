import { queryOptions } from "@tanstack/react-query";
import { readOutbox } from "@/api/sdk.gen";

/** What this installation sent, the latest first. 404 where messages really leave. */
export const outboxQuery = queryOptions({
  queryKey: ["outbox"],
  queryFn: ({ signal }) => readOutbox({ signal }),
  refetchInterval: 5_000,
});
