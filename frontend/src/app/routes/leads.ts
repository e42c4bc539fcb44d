import { createRoute } from "@tanstack/react-router";
import { store } from "./storePlace";
import { page } from "./page";

/** What leads need beyond records: where they come from, the pool, their score. */
const leadSources = createRoute({
  getParentRoute: () => store,
  path: "/settings/lead-sources",
  component: page(() => import("@/features/leadSources/LeadSourcesPage"), "LeadSourcesPage"),
});

const leadPool = createRoute({
  getParentRoute: () => store,
  path: "/lead-pool",
  component: page(() => import("@/features/pool/PoolPage"), "PoolPage"),
});

const leadScore = createRoute({
  getParentRoute: () => store,
  path: "/settings/lead-score",
  component: page(() => import("@/features/score/ScorePage"), "ScorePage"),
});

const leadLosses = createRoute({
  getParentRoute: () => store,
  path: "/lead-losses",
  component: page(() => import("@/features/losses/LossesPage"), "LossesPage"),
});

const channelReturns = createRoute({
  getParentRoute: () => store,
  path: "/channel-returns",
  component: page(() => import("@/features/returns/ReturnsPage"), "ReturnsPage"),
});

export const leadRoutes = [leadSources, leadPool, leadScore, leadLosses, channelReturns] as const;
