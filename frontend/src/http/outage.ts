const listeners = new Set<() => void>();
let away = false;

/** Tells by an answer whether what stands behind the server is away for a moment: a 503 that says when to ask again. */
export function noticeAnswer({ status, headers }: Pick<Response, "status" | "headers">): void {
  const now = status === 503 && headers.has("Retry-After");
  // A fault of another kind says nothing of it.
  if (now === away || (!now && status >= 500)) return;
  away = now;
  for (const listener of listeners) listener();
}

export const isServiceAway = () => away;

export function onOutage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
