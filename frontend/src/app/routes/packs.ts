import { createRoute } from "@tanstack/react-router";
import { planSearchOf } from "@/features/packs/planSearch";
import { store } from "./storePlace";
import { page } from "./page";

const packs = createRoute({
  getParentRoute: () => store,
  path: "/design/packs",
  component: page(() => import("@/features/packs/PacksPage"), "PacksPage"),
});

const packPlan = createRoute({
  getParentRoute: () => store,
  path: "/design/packs/plan",
  validateSearch: planSearchOf,
  component: page(() => import("@/features/packs/PlanPage"), "PlanPage"),
});

export const packRoutes = [packs, packPlan] as const;
