/** `asked`: the id of what a flow asks on the record, when it was opened from there. */
export type AskedSearch = { asked?: string };

export function askedSearchOf({ asked }: Record<string, unknown>): AskedSearch {
  return typeof asked === "string" ? { asked } : {};
}
