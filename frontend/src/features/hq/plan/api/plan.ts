import { queryOptions } from "@tanstack/react-query";
import { readPlan } from "@/api/sdk.gen";

/** For the owner alone. The last day of the trial is the one before `trial_ends_on`. */
export function planQuery(group: string) {
  return queryOptions({
    queryKey: ["hq", group, "plan"],
    queryFn: ({ signal }) => readPlan({ path: { group }, signal }),
  });
}
