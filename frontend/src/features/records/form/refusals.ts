import { isApiError } from "@/http/ApiError";
import { errorMessage } from "@/http/errorMessage";
import { refusalText } from "@/features/fields/refusalText";

type Told = { field: string; code: string; params?: Record<string, string | number> };

/** What the server said about single fields, in the reader's language; empty when it is about the whole. */
export function refusedFields(error: unknown): Record<string, string> {
  if (!isApiError(error)) return {};
  const rows = (error.params as { rows?: unknown }).rows;
  if (Array.isArray(rows)) return Object.fromEntries((rows as Told[]).map((told) => [told.field, refusalText(told)]));
  return Object.fromEntries(Object.keys(error.fields).map((name) => [name, errorMessage(error).text]));
}
