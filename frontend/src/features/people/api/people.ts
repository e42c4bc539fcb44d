import { queryOptions } from "@tanstack/react-query";
import { listPeople } from "@/api/sdk.gen";

/** The people of a group whom the asker may see: all at headquarters, those of the own stores for a manager. */
export function peopleQuery(group: string) {
  return queryOptions({
    queryKey: ["group", group, "people"],
    queryFn: ({ signal }) => listPeople({ path: { group }, signal }),
  });
}
