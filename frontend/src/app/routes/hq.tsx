import { createRoute, redirect } from "@tanstack/react-router";
import { compareSearchOf } from "@/features/hq/comparison/search";
import { importSearchOf } from "@/features/imports/importSearch";
import { shellRoute } from "./shell";
import { page } from "./page";

/** Headquarters of one group: /hq/<group>/… */
export const hqPlace = createRoute({
  getParentRoute: () => shellRoute,
  path: "/hq/$group",
  component: page(() => import("../shell/HqPlace"), "HqPlace"),
});

const landing = createRoute({
  getParentRoute: () => hqPlace,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/hq/$group/compare", params, replace: true });
  },
});

const compare = createRoute({
  getParentRoute: () => hqPlace,
  path: "/compare",
  validateSearch: compareSearchOf,
  component: page(() => import("@/features/hq/comparison/ComparePage"), "ComparePage"),
});

const imports = createRoute({
  getParentRoute: () => hqPlace,
  path: "/imports",
  component: page(() => import("@/features/hq/imports/ImportsPage"), "ImportsPage"),
});

const newImport = createRoute({
  getParentRoute: () => hqPlace,
  path: "/imports/new",
  component: page(() => import("@/features/hq/imports/NewImportPage"), "NewImportPage"),
});

const oneImport = createRoute({
  getParentRoute: () => hqPlace,
  path: "/imports/$id",
  validateSearch: importSearchOf,
  component: page(() => import("@/features/hq/imports/ImportPage"), "ImportPage"),
});

const stores = createRoute({
  getParentRoute: () => hqPlace,
  path: "/stores",
  component: page(() => import("@/features/hq/stores/StoresPage"), "StoresPage"),
});

const people = createRoute({
  getParentRoute: () => hqPlace,
  path: "/people",
  component: page(() => import("@/features/people/PeopleOfGroup"), "PeopleOfGroup"),
});

const ceilings = createRoute({
  getParentRoute: () => hqPlace,
  path: "/ceilings",
  component: page(() => import("@/features/policies/ceilings/CeilingsPage"), "CeilingsPage"),
});

const fields = createRoute({
  getParentRoute: () => hqPlace,
  path: "/fields",
  component: page(() => import("@/features/hq/design/FieldsPage"), "FieldsPage"),
});

const plan = createRoute({
  getParentRoute: () => hqPlace,
  path: "/plan",
  component: page(() => import("@/features/hq/plan/PlanPage"), "PlanPage"),
});

export const hqRoute = hqPlace.addChildren([landing, compare, imports, newImport, oneImport, stores, people, fields, ceilings, plan]);
