import { viewed } from "./viewing";

/** The headers that say whose data a call under /api/store means, and through whose eyes it is looked at. */
export function inStore(slug: string): { "X-Store": string; "X-View-As"?: string } {
  const person = viewed();
  return person?.store === slug ? { "X-Store": slug, "X-View-As": person.id } : { "X-Store": slug };
}
