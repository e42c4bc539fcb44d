import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isApiError } from "./ApiError";

const askAgain = 5_000;
const listeners = new Set<() => void>();

/** Called when the server says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function noticeSignOut(error: unknown): void {
  if (isApiError(error) && error.status === 401) for (const listener of listeners) listener();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignOut }),
  mutationCache: new MutationCache({ onError: noticeSignOut }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: "always",
      refetchOnReconnect: true,
      retry: (failures, error) => isApiError(error) && (error.status === 0 || error.status >= 502) && failures < 2,
      // What the service was away for heals by itself.
      refetchInterval: ({ state }) => (isApiError(state.error, "service_away") ? askAgain : false),
    },
    mutations: { networkMode: "always" },
  },
});
