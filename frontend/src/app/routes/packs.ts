import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { planSearchOf } from "@/features/packs/planSearch";
import { store } from "./storePlace";

const packs = createRoute({
  getParentRoute: () => store,
  path: "/design/packs",
  component: lazyRouteComponent(() => import("@/features/packs/PacksPage"), "PacksPage"),
});

const packPlan = createRoute({
  getParentRoute: () => store,
  path: "/design/packs/plan",
  validateSearch: planSearchOf,
  component: lazyRouteComponent(() => import("@/features/packs/PlanPage"), "PlanPage"),
});

export const packRoutes = [packs, packPlan] as const;
