import { queryOptions } from "@tanstack/react-query";
import { request } from "@/http/request";

export type Invitation = {
  group_name: string;
  store_name: string | null;
  role: string;
  email: string | null;
  inviter_name: string;
  expires_at: string;
};

/** What an invitation offers; readable by whoever holds its link. */
export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) => request<Invitation>(`/api/account/invitations/${encodeURIComponent(token)}`, { signal }),
    staleTime: Infinity,
  });
}

export async function acceptInvitation(token: string): Promise<void> {
  await request(`/api/account/invitations/${encodeURIComponent(token)}/accept`, { method: "POST", json: {} });
}
