import { createRoute, redirect } from "@tanstack/react-router";
import { startPath } from "@/features/session/startPath";
import { requireSignIn } from "./guard";
import { rootRoute } from "./root";
import { page } from "./page";

export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: async () => {
    throw redirect({ to: startPath(await requireSignIn("/")), replace: true });
  },
});

/** Everything a signed-in person works in: rail, top bar, tabs. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "_shell",
  beforeLoad: ({ location }) => requireSignIn(location.href),
  component: page(() => import("../shell/Shell"), "Shell"),
});

export const meRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/me",
  component: page(() => import("@/features/me/MePage"), "MePage"),
});
