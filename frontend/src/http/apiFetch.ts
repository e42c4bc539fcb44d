import { currentLanguage } from "@/i18n/i18n";
import { ApiError, apiErrorOf } from "./ApiError";
import { ensureCsrfToken } from "./csrf";
import { intentOf, keyOf, settle } from "./intents";
import { noticeAnswer } from "./outage";

export async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** A fetch with our headers; a POST takes effect once, however often it is sent until an answer came.
 * Raises ApiError "offline" when none did. */
export async function fetchWithHeaders(request: Request): Promise<Response> {
  try {
    request.headers.set("Accept-Language", currentLanguage());
    if (request.method !== "GET") request.headers.set("X-CSRFToken", await ensureCsrfToken());
    const intent = await intentOf(request);
    if (intent === null) return await fetch(request);
    const key = keyOf(intent);
    request.headers.set("Idempotency-Key", key);
    const response = await fetch(request);
    await settle(intent, key, response);
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError({ status: 0, code: "offline", message: "No answer from the server" });
  }
}

/** The generated client's fetch. Raises ApiError for every status from 400. */
export async function apiFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetchWithHeaders(new Request(input, init));
  noticeAnswer(response);
  if (response.ok) return response;
  throw apiErrorOf(response.status, await jsonOf(response), response.headers.get("X-Request-ID"));
}
