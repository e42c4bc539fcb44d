import type { ImportSummary } from "@/api/types.gen";

export const steps = ["file", "columns", "check", "run", "result"] as const;
export type Step = (typeof steps)[number];
type Stand = Pick<ImportSummary, "status" | "started_at">;

/** Whether a worker has, or will have, something to do: the page asks again and again. */
export function isAtWork({ status }: Pick<Stand, "status">): boolean {
  return status === "analysing" || status === "running" || status === "undoing";
}

/** Before the first row is written everything can still be changed. */
export function isOpen({ status, started_at }: Stand): boolean {
  return !started_at && (status === "ready" || status === "failed" || status === "cancelled");
}

/** The step at which an import stands. `asked`: where the person wants to be, which counts while there is a choice. */
export function stepOf(stand: Stand & { missing: string[] }, asked: Step | undefined): Step {
  if (stand.status === "running") return "run";
  if (stand.started_at) return "result";
  const checked = stand.status === "analysing" || (stand.status === "ready" && stand.missing.length === 0);
  return checked && asked === "check" ? "check" : "columns";
}
