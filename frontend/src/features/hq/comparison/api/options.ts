import { queryOptions } from "@tanstack/react-query";
import { comparisonOptions } from "@/api/sdk.gen";
import type { ComparisonOptions } from "@/api/types.gen";
import type { Extent } from "../period";

/** What a comparison can be narrowed to. `extent` is null while there are no orders. */
export type Options = Pick<ComparisonOptions, "stores" | "regions" | "brands" | "models"> & { extent: Extent | null };

function optionsOf({ first_on, last_on, ...rest }: ComparisonOptions): Options {
  return { ...rest, extent: first_on && last_on ? { first: first_on, last: last_on } : null };
}

export function optionsQuery(group: string) {
  return queryOptions({
    queryKey: ["hq", group, "comparison", "options"],
    queryFn: async ({ signal }) => optionsOf(await comparisonOptions({ path: { group }, signal })),
    staleTime: 60_000,
  });
}
