import { createRoute } from "@tanstack/react-router";
import { entitiesQuery } from "@/features/records/api/entities";
import { storeHomeQuery } from "@/features/store/api/home";
import { queryClient } from "@/http/queryClient";
import { shellRoute } from "./shell";
import { page } from "./page";

/** Whatever is in one store. */
export const store = createRoute({
  getParentRoute: () => shellRoute,
  path: "/s/$store",
  // What every page of a store asks for is on its way while the page's own code is.
  loader: ({ params }) => {
    void queryClient.prefetchQuery(entitiesQuery(params.store));
    void queryClient.prefetchQuery(storeHomeQuery(params.store));
  },
  component: page(() => import("../shell/StorePlace"), "StorePlace"),
});
