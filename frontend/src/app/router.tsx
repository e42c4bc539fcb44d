import { createRouter } from "@tanstack/react-router";
import { NotFound } from "@/components/NotFound";
import { onSignedOut, queryClient } from "@/http/queryClient";
import { RootError } from "./RootError";
import { accountRoutes } from "./routes/account";
import { hqRoute } from "./routes/hq";
import { rootRoute } from "./routes/root";
import { meRoute, shellRoute, startRoute } from "./routes/shell";
import { storeRoute } from "./routes/store";

const routeTree = rootRoute.addChildren([
  startRoute,
  ...accountRoutes,
  shellRoute.addChildren([meRoute, storeRoute, hqRoute]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultNotFoundComponent: () => <NotFound />,
  defaultErrorComponent: RootError,
  scrollRestoration: true,
  scrollToTopSelectors: ["#main"],
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

onSignedOut(() => {
  const { location, matches } = router.state;
  const guarded = matches.some((match) => match.routeId.startsWith("/_shell") || match.routeId === "/_entrance/welcome");
  if (!guarded) return;
  queryClient.removeQueries({ queryKey: ["me"] });
  void router.navigate({ to: "/sign-in", search: { next: location.href } });
});
