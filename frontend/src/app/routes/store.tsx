import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { listSearchOf } from "@/features/records/listSearch";
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

const people = createRoute({
  getParentRoute: () => store,
  path: "/people",
  component: lazyRouteComponent(() => import("@/features/people/PeopleOfStore"), "PeopleOfStore"),
});

const list = createRoute({
  getParentRoute: () => store,
  path: "/$section",
  validateSearch: listSearchOf,
  component: lazyRouteComponent(() => import("@/features/records/ListPage"), "ListPage"),
});

const record = createRoute({
  getParentRoute: () => store,
  path: "/$section/$id",
  component: lazyRouteComponent(() => import("@/features/records/RecordPage"), "RecordPage"),
});

export const storeRoute = store.addChildren([home, people, list, record]);
