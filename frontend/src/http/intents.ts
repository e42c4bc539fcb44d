/** POSTs that read: asked again they must answer anew, so nothing is kept of them. And tables that are sent up: they may be
 * too large to be read here beforehand, and sent twice they are two drafts. */
const reading = /\/(preview|marks|state|check|plan|walk|draft|foretell|reveal)$|\/imports$|\/records\/[^/]+\/tags$|^\/api\/store\/print\//;
const taken = /^\/api\/(store|hq|account)\//;
/** Whoever has no answer after so long looks first whether it took; then it is another intent. */
const keptFor = 10 * 60_000;

const unanswered = new Map<string, { key: string; at: number }>();

/** What is asked for, as text: alike for the same request sent again. Null for what carries no Idempotency-Key. */
export async function intentOf(request: Request): Promise<string | null> {
  const { pathname, search } = new URL(request.url, window.location.origin);
  if (request.method !== "POST" || !taken.test(pathname) || reading.test(pathname)) return null;
  const kind = request.headers.get("Content-Type") ?? "";
  // Byte by byte: a file is no UTF-8.
  const text = new TextDecoder("latin1").decode(await request.clone().arrayBuffer());
  const boundary = /boundary=(.+)$/.exec(kind)?.[1];
  const body = boundary ? text.replaceAll(boundary, "") : text;
  return [pathname + search, request.headers.get("X-Store") ?? "", body].join("\n");
}

/** The intent's key: its first one for as long as no answer came, so that it takes effect once. */
export function keyOf(intent: string): string {
  const now = Date.now();
  for (const [one, { at }] of unanswered) if (now - at > keptFor) unanswered.delete(one);
  const key = unanswered.get(intent)?.key ?? newKey();
  unanswered.set(intent, { key, at: now });
  return key;
}

/** Tells what came back; after a whole answer the same request is a new intent. Raises when the answer breaks off. */
export async function settle(intent: string, key: string, response: Response): Promise<void> {
  // 409 may say that the first is at work still; from 500 on nobody knows what took effect.
  if (response.status === 409 || response.status >= 500) return;
  await response.clone().arrayBuffer();
  if (unanswered.get(intent)?.key === key) unanswered.delete(intent);
}

/** Also where the page has no secure origin, and so no randomUUID. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
