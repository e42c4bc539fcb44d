import { taskTabs } from "./api";
import type { TaskTab } from "./api";

export type WorkTab = TaskTab | "approvals";
export type WorkSearch = { tab?: WorkTab };

export function isTaskTab(tab: string): tab is TaskTab {
  return taskTabs.some((one) => one === tab);
}

export function workSearchOf({ tab }: Record<string, unknown>): WorkSearch {
  return typeof tab === "string" && (tab === "approvals" || isTaskTab(tab)) ? { tab } : {};
}
