export type HqPage = "compare" | "imports" | "imports/new" | "stores" | "people" | "ceilings" | "plan";

/** The address of a page of a group's headquarters. */
export function hqPath(group: string, page: HqPage): string {
  return `/hq/${group}/${page}`;
}
