import type { StateOut } from "@/api/types.gen";

export type Coverage = { has: number; of: number; wrong: StateOut[] };

/** How many of the stores that should have it have it as it is wanted, and what is wrong with the others. */
export function coverageOf(states: StateOut[]): Coverage {
  const wrong = states.filter(({ state }) => state !== "same");
  return { has: states.length - wrong.length, of: states.length, wrong };
}
