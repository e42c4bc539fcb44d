import { queryOptions } from "@tanstack/react-query";
import { readRetention } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

export const retentionQuery = (store: string) =>
  queryOptions({ queryKey: ["store", store, "retention"], queryFn: ({ signal }) => readRetention({ signal, headers: inStore(store) }) });
