import { lookUp } from "@/i18n/defineTexts";
import "./texts";
import { isApiError } from "./ApiError";

export type ErrorMessage = {
  /** What happened and what to do, in the reader's language. */
  text: string;
  /** The number to quote, or null when the server never saw the request. */
  requestId: string | null;
};

/** Translates by code with params; falls back to the server's message, then to a plain sentence. */
export function errorMessage(error: unknown): ErrorMessage {
  if (!isApiError(error)) return { text: lookUp("errors", "unexpected") ?? "", requestId: null };
  const text = lookUp("errors", error.code, error.params) ?? error.message;
  return { text, requestId: error.requestId };
}
