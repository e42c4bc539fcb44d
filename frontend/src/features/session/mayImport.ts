import type { GroupEntry } from "@/api/types.gen";

/** Whether the person may bring files into the group; the server has the last word. */
export function mayImport(group: GroupEntry): boolean {
  return group.role === "group_owner" || group.role === "hq_operations";
}
