import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "./shell";

const store = createRoute({
  getParentRoute: () => shellRoute,
  path: "/s/$store",
  component: lazyRouteComponent(() => import("../shell/StorePlace"), "StorePlace"),
});

const home = createRoute({
  getParentRoute: () => store,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/home/HomePage"), "HomePage"),
});



export const storeRoute = store.addChildren([home]);
