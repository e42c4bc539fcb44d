import { measures } from "./figures";
import type { Measure } from "./figures";
import { sortOf } from "./ordering";
import type { Sort } from "./ordering";

export const dimensions = ["store", "region", "brand", "series", "month"] as const;
export type Dimension = (typeof dimensions)[number];
export const againsts = ["lastYear", "previous", "custom", "none"] as const;
export type Against = (typeof againsts)[number];
export const filterNames = ["store", "region", "brand", "series"] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Record<FilterName, string[]>;

/** The panel of the whole, beside those of single rows. */
export const everything = "*";

/** What the page shows, kept in the address. What is left out is the default. `at`: the row whose panel is open. */
export type CompareSearch = Partial<Filters> & {
  by?: Dimension;
  from?: string;
  to?: string;
  vs?: Against;
  vsFrom?: string;
  vsTo?: string;
  measure?: Measure;
  sort?: Sort;
  pin?: string[];
  at?: string;
};

function oneOf<Name extends string>(names: readonly Name[], value: unknown): Name | undefined {
  return names.find((name) => name === value);
}

/** Addresses written by hand may hold `store=a` or numbers; a list of texts comes out. */
function listOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : value === undefined || value === null || value === "" ? [] : [value];
  return [...new Set(list.filter((item) => typeof item === "string" || typeof item === "number").map(String))];
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value ? value : undefined;
}

/** Reads the address; what it can't understand falls back to the default. */
export function compareSearchOf(search: Record<string, unknown>): CompareSearch {
  const at = typeof search.at === "number" ? String(search.at) : textOf(search.at);
  const read: CompareSearch = {
    by: oneOf(dimensions, search.by),
    from: textOf(search.from),
    to: textOf(search.to),
    vs: oneOf(againsts, search.vs),
    vsFrom: textOf(search.vsFrom),
    vsTo: textOf(search.vsTo),
    measure: oneOf(measures, search.measure),
    sort: sortOf(search.sort) ?? undefined,
    at,
  };
  for (const name of [...filterNames, "pin"] as const) {
    const list = listOf(search[name]);
    if (list.length > 0) read[name] = list;
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
