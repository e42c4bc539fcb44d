import type { Me } from "@/api/types.gen";
import { hqPath } from "./hqPath";
import { recentStores } from "./recents";
import { findStore, headquartersOf } from "./useMe";

/** Where a person begins: the store entered last, else the comparison of a group with several stores, else the first store, else founding a group. */
export function startPath(me: Me): string {
  const recent = recentStores().find((slug) => findStore(me, slug));
  const head = headquartersOf(me)[0];
  if (!recent && head && head.stores.length > 1) return hqPath(head.slug, "compare");
  const slug = recent ?? me.groups.flatMap((group) => group.stores)[0]?.slug;
  if (slug) return `/s/${slug}`;
  return head ? hqPath(head.slug, "stores") : "/welcome";
}
