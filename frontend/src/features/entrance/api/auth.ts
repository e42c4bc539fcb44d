import { lookUp } from "@/i18n/defineTexts";
import { ApiError, apiErrorOf } from "@/http/ApiError";
import { send } from "@/http/request";

type AuthFlow = { id: string; is_pending?: boolean };
type AuthBody = {
  data?: { flows?: AuthFlow[] };
  meta?: { is_authenticated?: boolean };
  errors?: { code: string; message: string; param?: string }[];
};

export const pendingFlows = ["verify_email", "verify_phone", "mfa_authenticate"] as const;
export type PendingFlow = (typeof pendingFlows)[number];

/** Signed in; or a step is waiting (a code); or nobody is signed in and nothing waits. */
export type AuthOutcome = { signedIn: boolean; pending: PendingFlow | null };

function outcomeOf(body: AuthBody | null): AuthOutcome {
  const waiting = (body?.data?.flows ?? []).filter((flow) => flow.is_pending).map((flow) => flow.id);
  return {
    signedIn: body?.meta?.is_authenticated === true,
    pending: pendingFlows.find((flow) => waiting.includes(flow)) ?? null,
  };
}

function refusalOf(status: number, body: AuthBody | null, requestId: string | null): ApiError {
  const errors = body?.errors ?? [];
  const first = errors[0];
  if (!first) return apiErrorOf(status, body, requestId);
  const fields: Record<string, string[]> = {};
  for (const { param, code, message } of errors) {
    if (param) (fields[param] ??= []).push(lookUp("errors", code) ?? message);
  }
  return new ApiError({ status, code: first.code, message: first.message, requestId, fields });
}

/** Calls django-allauth's browser API. A 401 is an answer (a step waits), a 409 says that one is signed in already. */
export async function callAuth(
  path: string,
  options: { method?: "GET" | "POST" | "DELETE"; json?: unknown; signal?: AbortSignal } = {},
): Promise<AuthOutcome> {
  const { status, body, requestId } = await send(`/_allauth/browser/v1/${path}`, options);
  const answer = body as AuthBody | null;
  if (status === 409) return { signedIn: true, pending: null };
  if (status >= 400 && status !== 401) throw refusalOf(status, answer, requestId);
  return outcomeOf(answer);
}
