import { queryOptions } from "@tanstack/react-query";
import { ApiError } from "@/http/ApiError";
import { refusalOf, sendAuth } from "@/features/entrance/api/authBody";
import type { AuthBody, AuthOptions } from "@/features/entrance/api/authBody";

const place = "account/authenticators";

/**
 * On; off with the key that an authenticator app would be given; or blocked until the person's e-mail is proved
 * (who could not read the mail could lock its owner out).
 */
export type SecondFactor = { state: "on" } | { state: "off"; secret: string; url: string } | { state: "blocked" };

/** Raises ApiError "reauthentication_required" when the sign-in is not fresh enough for a change of this kind. */
async function callAccount(path: string, options: AuthOptions = {}) {
  const { status, body, requestId } = await sendAuth(path, options);
  const answer = body as AuthBody | null;
  if (status === 401 && answer?.data?.flows?.some((flow) => flow.id.endsWith("reauthenticate"))) {
    throw new ApiError({ status: 403, code: "reauthentication_required", message: "Confirm your password first" });
  }
  if (status >= 400 && status !== 404) throw refusalOf(status, body, requestId);
  return body;
}

export const secondFactorQuery = queryOptions({
  queryKey: ["auth", "second-factor"],
  queryFn: async ({ signal }): Promise<SecondFactor> => {
    const { status, body } = await sendAuth(`${place}/totp`, { signal });
    if (status === 200) return { state: "on" };
    if (status === 409) return { state: "blocked" };
    if (status !== 404) throw refusalOf(status, body, null);
    const { meta } = body as AuthBody<unknown, { secret: string; totp_url: string }>;
    return { state: "off", secret: meta?.secret ?? "", url: meta?.totp_url ?? "" };
  },
  retry: false,
  staleTime: Infinity,
});

/** Turns it on; answers the recovery codes, each of which signs in once. */
export async function turnOn(code: string): Promise<string[]> {
  await callAccount(`${place}/totp`, { method: "POST", json: { code } });
  const body = await callAccount(`${place}/recovery-codes`);
  return (body as AuthBody<{ unused_codes?: string[] }> | null)?.data?.unused_codes ?? [];
}

export async function turnOff(): Promise<void> {
  await callAccount(`${place}/totp`, { method: "DELETE" });
}

/** Sends the mail by whose link the person proves their address. */
export async function sendEmailProof(email: string): Promise<void> {
  await callAccount("account/email", { method: "PUT", json: { email } });
}

/** Makes the sign-in fresh, so that security settings may be changed. */
export async function confirmPassword(password: string): Promise<void> {
  await callAccount("auth/reauthenticate", { method: "POST", json: { password } });
}

export async function changePassword(passwords: { current_password: string; new_password: string }): Promise<void> {
  await callAccount("account/password/change", { method: "POST", json: passwords });
}
