import { queryOptions } from "@tanstack/react-query";
import { listRoles, listStoreRoles } from "@/api/sdk.gen";

/** Every role there is, where it is held and in which kinds of store. */
export const rolesQuery = queryOptions({
  queryKey: ["roles"],
  queryFn: ({ signal }) => listRoles({ signal }),
  staleTime: Infinity,
});

/** The roles that people of one store can be given, those that the store made itself too. */
export function storeRolesQuery(group: string, store: string) {
  return queryOptions({
    queryKey: ["group", group, "roles", store],
    queryFn: ({ signal }) => listStoreRoles({ path: { group, store }, signal }),
  });
}
