import { createRootRoute, Outlet } from "@tanstack/react-router";
import { RootError } from "../RootError";
import { NotFound } from "@/components/NotFound";

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: RootError,
});
