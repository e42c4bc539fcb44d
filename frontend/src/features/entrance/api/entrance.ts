import { send } from "@/http/request";
import type { Identity } from "../identity";
import { callAuth } from "./auth";
import type { AuthOutcome, PendingFlow } from "./auth";

export function signIn(identity: Identity, password: string): Promise<AuthOutcome> {
  return callAuth("auth/login", { method: "POST", json: { ...identity, password } });
}

export function signUp(identity: Identity, account: { password: string; name: string }): Promise<AuthOutcome> {
  return callAuth("auth/signup", { method: "POST", json: { ...identity, ...account } });
}

export function askForReset(email: string): Promise<AuthOutcome> {
  return callAuth("auth/password/request", { method: "POST", json: { email } });
}

export function resetPassword(key: string, password: string): Promise<AuthOutcome> {
  return callAuth("auth/password/reset", { method: "POST", json: { key, password } });
}

/** Proves an e-mail address by the key of the link that was sent to it. */
export function proveEmail(key: string): Promise<AuthOutcome> {
  return callAuth("auth/email/verify", { method: "POST", json: { key } });
}

/** Sends the code to the phone once more. */
export function resendPhoneCode(): Promise<AuthOutcome> {
  return callAuth("auth/phone/verify/resend", { method: "POST" });
}

/** Which step the half-done sign-in waits for. */
export function currentSession(signal?: AbortSignal): Promise<AuthOutcome> {
  return callAuth("auth/session", signal ? { signal } : {});
}

const confirmations = {
  verify_email: (code: string) => callAuth("auth/email/verify", { method: "POST", json: { key: code } }),
  verify_phone: (code: string) => callAuth("auth/phone/verify", { method: "POST", json: { code } }),
  mfa_authenticate: (code: string) => callAuth("auth/2fa/authenticate", { method: "POST", json: { code } }),
} satisfies Record<PendingFlow, (code: string) => Promise<AuthOutcome>>;

export function confirmCode(flow: PendingFlow, code: string): Promise<AuthOutcome> {
  return confirmations[flow](code);
}

/** Whether this installation shows its mails and codes in the app. */
export async function hasOutbox(): Promise<boolean> {
  return (await send("/api/account/outbox")).status === 200;
}
