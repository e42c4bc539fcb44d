const storageKey = "chezhan.recentStores";
const kept = 5;

/** Slugs of the stores this device entered last, the latest first. */
export function recentStores(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(stored) ? stored.filter((slug) => typeof slug === "string") : [];
  } catch {
    return [];
  }
}

export function rememberStore(slug: string): void {
  const others = recentStores().filter((other) => other !== slug);
  localStorage.setItem(storageKey, JSON.stringify([slug, ...others].slice(0, kept)));
}
