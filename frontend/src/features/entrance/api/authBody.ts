import { lookUp } from "@/i18n/defineTexts";
import { ApiError, apiErrorOf } from "@/http/ApiError";
import { send } from "@/http/request";

export type AuthFlow = { id: string; is_pending?: boolean };
export type AuthBody<Data = { flows?: AuthFlow[] }, Meta = { is_authenticated?: boolean }> = {
  data?: Data;
  meta?: Meta;
  errors?: { code: string; message: string; param?: string }[];
};

export type AuthOptions = { method?: "GET" | "POST" | "PUT" | "DELETE"; json?: unknown; signal?: AbortSignal };

/** Calls django-allauth's browser API and answers whatever it says. */
export async function sendAuth(path: string, options: AuthOptions = {}) {
  return send(`/_allauth/browser/v1/${path}`, options);
}

/** What allauth refused, in our own shape; messages beside fields are translated by their code. */
export function refusalOf(status: number, answer: unknown, requestId: string | null): ApiError {
  const body = answer as AuthBody | null;
  const errors = body?.errors ?? [];
  const first = errors[0];
  if (!first) return apiErrorOf(status, body, requestId);
  const fields: Record<string, string[]> = {};
  for (const { param, code, message } of errors) {
    if (param) (fields[param] ??= []).push(lookUp("errors", code) ?? message);
  }
  return new ApiError({ status, code: first.code, message: first.message, requestId, fields });
}
