import { currentLanguage } from "@/i18n/i18n";
import { ApiError, apiErrorOf } from "./ApiError";

type Query = Record<string, string | number | boolean | null | undefined>;

export type RequestOptions = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  json?: unknown;
  form?: FormData;
  query?: Query;
  /** Slug of the store whose data is meant: the X-Store header. */
  store?: string;
  signal?: AbortSignal;
};

function csrfToken(): string | null {
  const found = document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/);
  return found?.[1] ?? null;
}

async function ensureCsrfToken(): Promise<string> {
  const present = csrfToken();
  if (present) return present;
  await fetch("/_allauth/browser/v1/config", { credentials: "same-origin" });
  return csrfToken() ?? "";
}

export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  const text = await response.text();
  if (!text) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** One call to our server, whatever its status. Raises ApiError "offline" when no answer came. */
export async function send(path: string, options: RequestOptions = {}) {
  const method = options.method ?? "GET";
  const headers = new Headers({ Accept: "application/json", "Accept-Language": currentLanguage() });
  if (options.store) headers.set("X-Store", options.store);
  if (options.json !== undefined) headers.set("Content-Type", "application/json");
  try {
    if (method !== "GET") headers.set("X-CSRFToken", await ensureCsrfToken());
    const response = await fetch(withQuery(path, options.query), {
      method,
      headers,
      credentials: "same-origin",
      body: options.form ?? (options.json === undefined ? null : JSON.stringify(options.json)),
      signal: options.signal ?? null,
    });
    const body = await bodyOf(response);
    return { status: response.status, body, requestId: response.headers.get("X-Request-ID") };
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError({ status: 0, code: "offline", message: "No answer from the server" });
  }
}

/** Calls our API and answers the parsed body. Raises ApiError for every status from 400. */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const { status, body, requestId } = await send(path, options);
  if (status >= 400) throw apiErrorOf(status, body, requestId);
  return body as Answer;
}
