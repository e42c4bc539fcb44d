import type { PartOut } from "@/api/types.gen";

type Counted = Pick<PartOut, "created" | "updated" | "unchanged" | "made">;

/** What the stores took in, added up. An import that was stopped has no other sum. */
export function outcomeOf(parts: Counted[]) {
  return {
    created: parts.reduce((sum, part) => sum + part.created, 0),
    updated: parts.reduce((sum, part) => sum + part.updated, 0),
    unchanged: parts.reduce((sum, part) => sum + part.unchanged, 0),
    storesMade: parts.filter(({ made }) => made).length,
  };
}
