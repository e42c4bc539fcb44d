import { queryOptions } from "@tanstack/react-query";
import { ApiError } from "@/http/ApiError";
import { refusalOf, sendAuth } from "@/features/entrance/api/authBody";
import type { AuthBody, AuthOptions } from "@/features/entrance/api/authBody";

const place = "account/authenticators";

/** On, or off with the key that an authenticator app would be given. */
export type SecondFactor = { on: true } | { on: false; secret: string; url: string };

/** Raises ApiError "reauthentication_required" when the sign-in is not fresh enough for a change of this kind. */
async function callAccount(path: string, options: AuthOptions = {}) {
  const { status, body, requestId } = await sendAuth(path, options);
  const answer = body as AuthBody | null;
  if (status === 401 && answer?.data?.flows?.some((flow) => flow.id.endsWith("reauthenticate"))) {
    throw new ApiError({ status: 403, code: "reauthentication_required", message: "Confirm your password first" });
  }
  if (status >= 400 && status !== 404) throw refusalOf(status, body, requestId);
  return { status, body };
}

export const secondFactorQuery = queryOptions({
  queryKey: ["auth", "second-factor"],
  queryFn: async ({ signal }): Promise<SecondFactor> => {
    const { status, body } = await callAccount(`${place}/totp`, { signal });
    if (status === 200) return { on: true };
    const { meta } = body as AuthBody<unknown, { secret: string; totp_url: string }>;
    return { on: false, secret: meta?.secret ?? "", url: meta?.totp_url ?? "" };
  },
  retry: false,
  staleTime: Infinity,
});

/** Turns it on; answers the recovery codes, each of which signs in once. */
export async function turnOn(code: string): Promise<string[]> {
  await callAccount(`${place}/totp`, { method: "POST", json: { code } });
  const { body } = await callAccount(`${place}/recovery-codes`);
  return (body as AuthBody<{ unused_codes?: string[] }> | null)?.data?.unused_codes ?? [];
}

export async function turnOff(): Promise<void> {
  await callAccount(`${place}/totp`, { method: "DELETE" });
}

/** Makes the sign-in fresh, so that security settings may be changed. */
export async function confirmPassword(password: string): Promise<void> {
  await callAccount("auth/reauthenticate", { method: "POST", json: { password } });
}

export async function changePassword(passwords: { current_password: string; new_password: string }): Promise<void> {
  await callAccount("account/password/change", { method: "POST", json: passwords });
}
