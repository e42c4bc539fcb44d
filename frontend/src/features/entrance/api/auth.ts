import { refusalOf, sendAuth } from "./authBody";
import type { AuthBody, AuthOptions } from "./authBody";

export const pendingFlows = ["verify_email", "verify_phone", "mfa_authenticate"] as const;
export type PendingFlow = (typeof pendingFlows)[number];

/** Signed in; or a step is waiting (a code); or nobody is signed in and nothing waits. */
export type AuthOutcome = { signedIn: boolean; pending: PendingFlow | null };

function outcomeOf(body: AuthBody | null): AuthOutcome {
  const waiting = new Set((body?.data?.flows ?? []).filter((flow) => flow.is_pending).map((flow) => flow.id));
  return {
    signedIn: body?.meta?.is_authenticated === true,
    pending: pendingFlows.find((flow) => waiting.has(flow)) ?? null,
  };
}

/** A step of signing in. A 401 is an answer (a step waits), a 409 says that one is signed in already. */
export async function callAuth(path: string, options: AuthOptions = {}): Promise<AuthOutcome> {
  const { status, body, requestId } = await sendAuth(path, options);
  if (status === 409) return { signedIn: true, pending: null };
  if (status >= 400 && status !== 401) throw refusalOf(status, body, requestId);
  return outcomeOf(body as AuthBody | null);
}
