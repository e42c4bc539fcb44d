import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { store } from "./storePlace";

const flows = createRoute({
  getParentRoute: () => store,
  path: "/design/flows",
  component: lazyRouteComponent(() => import("@/features/flows/FlowsPage"), "FlowsPage"),
});

const runningFlows = createRoute({
  getParentRoute: () => store,
  path: "/design/flows/running",
  component: lazyRouteComponent(() => import("@/features/flows/standing/RunningPage"), "RunningPage"),
});

const runningFlow = createRoute({
  getParentRoute: () => store,
  path: "/design/flows/running/$instance",
  component: lazyRouteComponent(() => import("@/features/flows/standing/InstancePage"), "InstancePage"),
});

const flow = createRoute({
  getParentRoute: () => store,
  path: "/design/flows/$flow",
  component: lazyRouteComponent(() => import("@/features/flows/designer/FlowPage"), "FlowPage"),
});

export const flowRoutes = [flows, flow, runningFlows, runningFlow] as const;
