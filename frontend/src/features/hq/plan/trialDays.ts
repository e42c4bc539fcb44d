import dayjs from "dayjs";
import type { GroupPlan } from "@/api/types.gen";

/** How long the trial is and how much of it is over, in days. */
export function trialDays(plan: Pick<GroupPlan, "trial_started_on" | "trial_ends_on" | "days_left">) {
  const total = Math.max(1, dayjs(plan.trial_ends_on).diff(dayjs(plan.trial_started_on), "day"));
  return { total, used: Math.min(total, Math.max(0, total - plan.days_left)) };
}
