import { queryOptions } from "@tanstack/react-query";
import { readMe } from "@/api/sdk.gen";

/** The signed-in person with every group and store they may enter. Refused with 401 when nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => readMe({ signal }),
  staleTime: 60_000,
});
