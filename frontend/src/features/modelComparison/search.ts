export const most = 4;

/** Which trims stand side by side, kept in the address. */
export type ComparisonSearch = { trims?: string };

export function comparisonSearchOf(search: Record<string, unknown>): ComparisonSearch {
  return typeof search.trims === "string" && search.trims !== "" ? { trims: search.trims } : {};
}

export function idsOf({ trims = "" }: ComparisonSearch): string[] {
  return [...new Set(trims.split(",").filter(Boolean))].slice(0, most);
}
