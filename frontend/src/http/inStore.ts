/** The header that says whose data a call under /api/store means. */
export function inStore(slug: string): { "X-Store": string } {
  return { "X-Store": slug };
}
