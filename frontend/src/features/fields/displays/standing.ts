import type { Worktime } from "@/features/worktime/reckoning";
import { workingMinutes } from "@/features/worktime/reckoning";

/** `minutes`: of working time while it is left; by the wall once it is over. */
export type Standing = { is: "left" | "soon" | "over" | "late"; minutes: number } | { is: "met" };

const soon = 10;
const byWall = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / 60_000);

/** How something stands that is to be done by a moment: `met` says when it was, null where it is not yet. */
export function standing(due: Date, met: Date | null, now: Date, worktime: Worktime): Standing {
  if (met) return met <= due ? { is: "met" } : { is: "late", minutes: byWall(due, met) };
  if (now > due) return { is: "over", minutes: byWall(due, now) };
  const minutes = workingMinutes(now, due, worktime);
  return { is: minutes > soon ? "left" : "soon", minutes };
}
