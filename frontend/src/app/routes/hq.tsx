import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "./shell";

/** Headquarters of one group: /hq/<group>/… */
export const hqPlace = createRoute({
  getParentRoute: () => shellRoute,
  path: "/hq/$group",
  component: lazyRouteComponent(() => import("../shell/HqPlace"), "HqPlace"),
});

export const hqRoute = hqPlace.addChildren([]);
