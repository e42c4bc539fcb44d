import type { Me } from "@/api/types.gen";
import { hqPath } from "./hqPath";
import { recentStores } from "./recents";
import { findStore, headquartersOf } from "./useMe";

/** Where a person begins: the store entered last, else their first store, else headquarters, else founding a group. */
export function startPath(me: Me): string {
  const recent = recentStores().find((slug) => findStore(me, slug));
  const slug = recent ?? me.groups.flatMap((group) => group.stores)[0]?.slug;
  if (slug) return `/s/${slug}`;
  const group = headquartersOf(me)[0];
  return group ? hqPath(group.slug, "stores") : "/welcome";
}
