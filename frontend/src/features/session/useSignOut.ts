import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useErrorNotice } from "@/components/errorNotice";
import { signOut } from "./api/signOut";

/** Ends the session, goes to the sign-in page and forgets what was read. */
export function useSignOut() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const showError = useErrorNotice();
  return useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate({ to: "/sign-in" });
      client.clear();
    },
    onError: showError,
  });
}
