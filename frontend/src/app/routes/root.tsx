import { createRootRoute, Outlet } from "@tanstack/react-router";
import { RootError } from "../RootError";
import { page } from "./page";

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: page(() => import("@/features/entrance/LostPage"), "LostPage"),
  errorComponent: RootError,
});
