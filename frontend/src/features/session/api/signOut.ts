import { send } from "@/http/request";

/** Ends the session. allauth answers 401 to say that nobody is signed in any more. */
export async function signOut(): Promise<void> {
  await send("/_allauth/browser/v1/auth/session", { method: "DELETE" });
}
