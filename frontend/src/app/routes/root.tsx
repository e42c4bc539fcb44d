import { createRootRoute, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { RootError } from "../RootError";

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: lazyRouteComponent(() => import("@/features/entrance/LostPage"), "LostPage"),
  errorComponent: RootError,
});
