import { createRoute } from "@tanstack/react-router";
import { store } from "./storePlace";
import { page } from "./page";

const flows = createRoute({
  getParentRoute: () => store,
  path: "/design/flows",
  component: page(() => import("@/features/flows/FlowsPage"), "FlowsPage"),
});

const runningFlows = createRoute({
  getParentRoute: () => store,
  path: "/design/flows/running",
  component: page(() => import("@/features/flows/standing/RunningPage"), "RunningPage"),
});

const runningFlow = createRoute({
  getParentRoute: () => store,
  path: "/design/flows/running/$instance",
  component: page(() => import("@/features/flows/standing/InstancePage"), "InstancePage"),
});

const flow = createRoute({
  getParentRoute: () => store,
  path: "/design/flows/$flow",
  component: page(() => import("@/features/flows/designer/FlowPage"), "FlowPage"),
});

export const flowRoutes = [flows, flow, runningFlows, runningFlow] as const;
