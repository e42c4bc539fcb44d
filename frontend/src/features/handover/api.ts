import { queryOptions } from "@tanstack/react-query";
import { listHandOvers, listOwned, listStanding } from "@/api/sdk.gen";
import { inStore } from "@/http/inStore";

const key = (store: string) => ["store", store, "handover"];

/** What somebody is responsible for, by kind of record. */
export const ownedQuery = (store: string, person: string) =>
  queryOptions({
    queryKey: [...key(store), "owned", person],
    queryFn: ({ signal }) => listOwned({ signal, headers: inStore(store), path: { person_id: person } }),
    staleTime: 0,
  });

/** What stops without them, or waits for them. */
export const standingQuery = (store: string, person: string) =>
  queryOptions({
    queryKey: [...key(store), "standing", person],
    queryFn: ({ signal }) => listStanding({ signal, headers: inStore(store), path: { person_id: person } }),
    staleTime: 0,
  });

export const handOversQuery = (store: string) =>
  queryOptions({ queryKey: [...key(store), "all"], queryFn: ({ signal }) => listHandOvers({ signal, headers: inStore(store) }) });

export const handoverPath = (store: string, person: string) => `/s/${store}/people/hand-over/${person}`;
