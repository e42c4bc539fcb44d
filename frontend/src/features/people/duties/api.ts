import { queryOptions } from "@tanstack/react-query";
import { groupRecords, listDuties, setDutiesOfPerson } from "@/api/sdk.gen";
import type { DutiesIn, DutiesOfPersonOut } from "@/api/types.gen";
import { inStore } from "@/http/inStore";

export type Duties = DutiesOfPersonOut;

export function dutiesQuery(store: string) {
  return queryOptions({
    queryKey: ["store", store, "duties"],
    queryFn: ({ signal }) => listDuties({ signal, headers: inStore(store) }),
  });
}

/** The words that leads have in these fields, the most frequent first: what there is to look after. */
export function wordsQuery(store: string, fields: string[]) {
  return queryOptions({
    queryKey: ["store", store, "lead", "words", fields],
    queryFn: async ({ signal }) => {
      const found = await Promise.all(fields.map((by) => groupRecords({ signal, headers: inStore(store), path: { entity: "lead" }, query: { by } })));
      const words = found.flatMap(({ groups }) => groups.flatMap(({ value }) => (typeof value === "string" && value !== "" ? [value] : [])));
      return [...new Set(words)];
    },
    staleTime: 5 * 60_000,
  });
}

export function setDuties(store: string, person: string, body: DutiesIn): Promise<Duties> {
  return setDutiesOfPerson({ headers: inStore(store), path: { person }, body });
}
