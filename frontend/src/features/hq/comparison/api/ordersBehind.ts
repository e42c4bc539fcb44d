import { queryOptions } from "@tanstack/react-query";
import { ordersBehind } from "@/api/sdk.gen";
import { filterOf } from "@/features/records/filter";
import type { FilterGroup } from "@/features/records/filter";
import { figuresOf } from "../figures";
import type { Figures } from "../figures";
import { queryOf } from "./asked";
import type { Asked } from "./asked";

/** `filter` shows the same orders in the store's own list. The stores add up to `whole`, the largest first. */
export type OrdersBehind = {
  whole: Figures;
  stores: { slug: string; name: string; figures: Figures; filter: FilterGroup | null }[];
};

export function ordersBehindQuery(group: string, asked: Asked) {
  return queryOptions({
    queryKey: ["hq", group, "comparison", "behind", asked],
    queryFn: async ({ signal }): Promise<OrdersBehind> => {
      const answer = await ordersBehind({ path: { group }, query: queryOf(asked), signal });
      return {
        whole: figuresOf(answer),
        stores: answer.stores
          .toSorted((one, other) => Number(other.revenue) - Number(one.revenue))
          .map((store) => ({
            slug: store.slug,
            name: store.name,
            figures: figuresOf(store),
            filter: filterOf(store.filter),
          })),
      };
    },
  });
}
