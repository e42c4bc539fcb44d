import { queryOptions } from "@tanstack/react-query";
import { readInvitation } from "@/api/sdk.gen";

/** What an invitation offers; readable by whoever holds its link. */
export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) => readInvitation({ path: { token }, signal }),
    staleTime: Infinity,
  });
}
