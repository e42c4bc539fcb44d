import { queryOptions } from "@tanstack/react-query";
import { readWorkingTime } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

export const worktimeQuery = (store: string) =>
  queryOptions({ queryKey: ["store", store, "worktime"], queryFn: ({ signal }) => readWorkingTime({ signal, headers: inStore(store) }) });
