import { useQuery } from "@tanstack/react-query";
import { entitiesQuery } from "./api/entities";
import type { Entity } from "./api/entities";

/** A kind of record as the person may see it; `entity` is null once it is known that there is none. */
export function useEntity(store: string, name: string | null) {
  const { data, error, refetch } = useQuery(entitiesQuery(store));
  const entity: Entity | null | undefined = data && (data.find((candidate) => candidate.name === name) ?? null);
  return { entity, entities: data ?? [], error, retry: () => void refetch() };
}
