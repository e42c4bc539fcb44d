import { apiErrorOf } from "./ApiError";
import { fetchWithHeaders, jsonOf } from "./apiFetch";

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

export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** One call to an address that the OpenAPI document does not have, whatever its status. */
export async function send(path: string, options: RequestOptions = {}) {
  const headers = new Headers({ Accept: "application/json" });
  if (options.store) headers.set("X-Store", options.store);
  if (options.json !== undefined) headers.set("Content-Type", "application/json");
  const response = await fetchWithHeaders(
    new Request(withQuery(path, options.query), {
      method: options.method ?? "GET",
      headers,
      body: options.form ?? (options.json === undefined ? null : JSON.stringify(options.json)),
      signal: options.signal ?? null,
    }),
  );
  return {
    status: response.status,
    body: await jsonOf(response),
    requestId: response.headers.get("X-Request-ID"),
  };
}

/** Calls the API and answers the parsed body. Raises ApiError for every status from 400. */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const { status, body, requestId } = await send(path, options);
  if (status >= 400) throw apiErrorOf(status, body, requestId);
  return body as Answer;
}
