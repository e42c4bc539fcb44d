import { lookUp } from "@/i18n/defineTexts";
import "./texts";
import { isApiError } from "./ApiError";
import type { ApiError } from "./ApiError";

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
  return { text: placeOf(error) + text, requestId: error.requestId };
}

/** Where in a formula it is, unless the sentence itself says so. */
function placeOf({ code, params }: ApiError): string {
  if (typeof params.line !== "number" || code === "formula_syntax") return "";
  return lookUp("errors", "formula_place", params) ?? "";
}
