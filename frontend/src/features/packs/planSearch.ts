import type { Which } from "./api";

const text = (value: unknown) => (typeof value === "string" && value ? value : undefined);

export function planSearchOf(search: Record<string, unknown>): Which {
  const { pack, file } = search;
  return { ...(text(pack) ? { pack: text(pack) } : {}), ...(text(file) ? { file: text(file) } : {}) };
}
