/** Somebody of a store as whom one looks at it. */
export type Viewed = { store: string; id: string; name: string };

const storageKey = "chezhan.viewing";
const listeners = new Set<() => void>();
let text = sessionStorage.getItem(storageKey);
let person = text ? (JSON.parse(text) as Viewed) : null;

/** The person through whose eyes this tab looks; null for one's own. */
export function viewed(): Viewed | null {
  return person;
}

export function setViewed(next: Viewed | null): void {
  person = next;
  text = next ? JSON.stringify(next) : null;
  if (text) sessionStorage.setItem(storageKey, text);
  else sessionStorage.removeItem(storageKey);
  for (const listener of listeners) listener();
}

export function onViewed(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
