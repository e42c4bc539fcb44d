import { redirect } from "@tanstack/react-router";
import { meQuery } from "@/features/session/api/me";
import type { Me } from "@/api/types.gen";
import { isApiError } from "@/http/ApiError";
import { queryClient } from "@/http/queryClient";

/** Lets signed-in people through; others go to the sign-in page and come back to `href` afterwards. */
export async function requireSignIn(href: string): Promise<Me> {
  try {
    return await queryClient.ensureQueryData(meQuery);
  } catch (error) {
    if (isApiError(error) && error.status === 401) {
      throw redirect({ to: "/sign-in", search: href === "/" ? {} : { next: href } });
    }
    throw error;
  }
}
