import { useQuery } from "@tanstack/react-query";
import type { Entity } from "@/features/records/api/entities";
import { storeHomeQuery } from "@/features/store/api/home";

/** Whether the person may bring in files of this kind of record; the server has the last word. */
export function useMayImport(store: string, entity: Entity | null | undefined): boolean {
  const home = useQuery(storeHomeQuery(store));
  const allowed = home.data?.permissions.includes("record.import") ?? false;
  return allowed && Boolean(entity && (entity.actions.includes("create") || entity.actions.includes("bulk")));
}
