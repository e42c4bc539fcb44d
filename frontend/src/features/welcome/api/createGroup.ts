import { request } from "@/http/request";

export type NewGroup = { name: string; pack: "dealer" | "repair"; store_name: string };

/** Founds a group with its first store; the caller becomes its owner. */
export function createGroup(group: NewGroup): Promise<{ group_slug: string; store_slug: string }> {
  return request("/api/account/groups", { method: "POST", json: group });
}
