import { createRoute } from "@tanstack/react-router";
import { figuresSearchOf } from "@/features/figures/search";
import { comparisonSearchOf } from "@/features/modelComparison/search";
import { workSearchOf } from "@/features/work/workSearch";
import { store } from "./storePlace";
import { page } from "./page";

const work = createRoute({
  getParentRoute: () => store,
  path: "/work",
  validateSearch: workSearchOf,
  component: page(() => import("@/features/work/WorkPage"), "WorkPage"),
});

const workItem = createRoute({
  getParentRoute: () => store,
  path: "/work/items/$item",
  component: page(() => import("@/features/work/approvals/ItemPage"), "ItemPage"),
});

const workFlow = createRoute({
  getParentRoute: () => store,
  path: "/work/flows/$instance",
  component: page(() => import("@/features/work/approvals/InstancePage"), "InstancePage"),
});

const away = createRoute({
  getParentRoute: () => store,
  path: "/work/away",
  component: page(() => import("@/features/work/away/AwayPage"), "AwayPage"),
});

const worktime = createRoute({
  getParentRoute: () => store,
  path: "/settings/worktime",
  component: page(() => import("@/features/worktime/WorktimePage"), "WorktimePage"),
});

const particulars = createRoute({
  getParentRoute: () => store,
  path: "/settings/particulars",
  component: page(() => import("@/features/particulars/ParticularsPage"), "ParticularsPage"),
});

const retention = createRoute({
  getParentRoute: () => store,
  path: "/settings/retention",
  component: page(() => import("@/features/retention/RetentionPage"), "RetentionPage"),
});

const calculator = createRoute({
  getParentRoute: () => store,
  path: "/calculator",
  component: page(() => import("@/features/calculator/CalculatorPage"), "CalculatorPage"),
});

const figures = createRoute({
  getParentRoute: () => store,
  path: "/figures",
  validateSearch: figuresSearchOf,
  component: page(() => import("@/features/figures/FiguresPage"), "FiguresPage"),
});

const modelComparison = createRoute({
  getParentRoute: () => store,
  path: "/model-comparison",
  validateSearch: comparisonSearchOf,
  component: page(() => import("@/features/modelComparison/ModelComparisonPage"), "ModelComparisonPage"),
});

/** The work centre, when the store works, how long it keeps what, what cars cost by each way to pay, how they compare, and how it sells. */
export const workRoutes = [work, workItem, workFlow, away, worktime, particulars, retention, calculator, modelComparison, figures] as const;
