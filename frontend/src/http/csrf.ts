function csrfToken(): string | null {
  const found = document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/);
  return found?.[1] ?? null;
}

/** Django's token for requests that change something; asked for when the page came without the cookie. */
export async function ensureCsrfToken(): Promise<string> {
  const present = csrfToken();
  if (present) return present;
  await fetch("/_allauth/browser/v1/config", { credentials: "same-origin" });
  return csrfToken() ?? "";
}
