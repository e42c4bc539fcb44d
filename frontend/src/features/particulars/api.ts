import { queryOptions } from "@tanstack/react-query";
import { readParticulars, readSigningService } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

export const particularsQuery = (store: string) =>
  queryOptions({ queryKey: ["store", store, "particulars"], queryFn: ({ signal }) => readParticulars({ signal, headers: inStore(store) }) });

export const signingServiceQuery = (store: string) =>
  queryOptions({ queryKey: ["store", store, "signing-service"], queryFn: ({ signal }) => readSigningService({ signal, headers: inStore(store) }) });
