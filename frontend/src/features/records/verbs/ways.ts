import type { Verb } from "./verb";

/** The verbs that lead from a state to another one. */
export function waysTo(verbs: Verb[], from: unknown, to: unknown): Verb[] {
  return verbs.filter((verb) => verb.to !== null && verb.to === to && to !== from && verb.of.some((state) => state === from));
}

/** Asks for nothing and puts nothing at stake: it is done without a word. */
export function isPlain({ asks, grave }: Verb): boolean {
  return asks.length === 0 && !grave;
}

/** The one verb that leads there, where it is done without a word; null where it asks, or where several lead there. */
export function plainWay(verbs: Verb[], from: unknown, to: unknown): Verb | null {
  const [only, ...others] = waysTo(verbs, from, to);
  return only && others.length === 0 && isPlain(only) ? only : null;
}
