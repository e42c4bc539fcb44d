import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { readCeilings } from "@/api/sdk.gen";

/** The group's ceilings and its stores'; `store`: whose own fields are listed too. */
export function ceilingsQuery(group: string, store: string | null) {
  return queryOptions({
    queryKey: ["hq", group, "ceilings", store],
    queryFn: ({ signal }) => readCeilings({ path: { group }, query: { store: store ?? "" }, signal }),
    placeholderData: keepPreviousData,
  });
}
