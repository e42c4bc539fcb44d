import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { compareStores } from "@/api/sdk.gen";
import { comparisonOf } from "../comparisonOf";
import type { Period } from "../period";
import type { Dimension } from "../search";
import { queryOf } from "./asked";
import type { Asked } from "./asked";

export type Question = Asked & { by: Dimension; against: Period | null };

/** Units, revenue and average price by a dimension, in one period or beside a second one. */
export function comparisonQuery(group: string, question: Question) {
  const { by, against } = question;
  const query = { ...queryOf(question), by, ...(against && { against_from: against.from, against_to: against.to }) };
  return queryOptions({
    queryKey: ["hq", group, "comparison", "figures", question],
    queryFn: async ({ signal }) =>
      comparisonOf(await compareStores({ path: { group }, query, signal }), question.period),
    placeholderData: keepPreviousData,
  });
}
