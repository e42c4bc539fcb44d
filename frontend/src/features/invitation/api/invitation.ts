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

/** Makes the signed-in person a member; answers the place they may enter now. */
export function acceptInvitation(token: string): Promise<{ group_slug: string; store_slug: string | null }> {
  return request(`/api/account/invitations/${encodeURIComponent(token)}/accept`, { method: "POST", json: {} });
}
