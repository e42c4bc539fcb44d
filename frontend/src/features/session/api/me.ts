import { queryOptions } from "@tanstack/react-query";
import { request } from "@/http/request";

export type StoreEntry = {
  id: string;
  slug: string;
  name: string;
  pack: "dealer" | "repair";
  status: string;
  role: string | null;
};
export type GroupEntry = { id: string; slug: string; name: string; role: string | null; stores: StoreEntry[] };
export type Me = {
  person: { id: string; name: string; email: string | null; phone: string | null; language: string };
  groups: GroupEntry[];
};

/** The signed-in person with every group and store they may enter. Refused with 401 when nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => request<Me>("/api/account/me", { signal }),
  staleTime: 60_000,
});
