/** A call that lists customers; `secret` as it goes over the line. */
export function sampleCall(store: string, secret: string): string {
  return [
    `curl '${window.location.origin}/api/store/records/customer?limit=10' \\`,
    `  -H 'Authorization: Bearer ${secret}' \\`,
    `  -H 'X-Store: ${store}'`,
  ].join("\n");
}

/** What a store's API looks like, its own kinds and fields too; opened in the browser it needs no header on its own host. */
export function documentName(store: string): string {
  return `chezhan-${store}-openapi.json`;
}
