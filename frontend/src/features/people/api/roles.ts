import { queryOptions } from "@tanstack/react-query";
import { listRoles } from "@/api/sdk.gen";

/** Every role there is, where it is held and in which kinds of store. */
export const rolesQuery = queryOptions({
  queryKey: ["roles"],
  queryFn: ({ signal }) => listRoles({ signal }),
  staleTime: Infinity,
});
