import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ImportOut } from "@/api/types.gen";
import { meQuery } from "@/features/session/api/me";
import { importQuery, importStateQuery } from "./api/imports";
import { isAtWork } from "@/features/imports/steps";

/** An import as it stands now: the whole of it once, then what changes while a worker is at it. */
export function useImport(group: string, id: string) {
  const client = useQueryClient();
  const whole = useQuery(importQuery(group, id));
  const working = whole.data !== undefined && isAtWork(whole.data);
  const state = useQuery({ ...importStateQuery(group, id), enabled: working });
  const moved =
    working &&
    state.data &&
    (state.data.status !== whole.data.status || !sameColumns(state.data.phase, whole.data.phase));

  useEffect(() => {
    if (!moved) return;
    void client.invalidateQueries({ queryKey: importQuery(group, id).queryKey, exact: true });
    if (state.data && !isAtWork(state.data)) {
      // Stores may have been made, and figures have changed.
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
      void client.invalidateQueries({ queryKey: ["hq", group, "comparison"] });
    }
  }, [client, group, id, moved, state.data]);

  const job: ImportOut | undefined =
    whole.data && working && state.data && !moved ? { ...whole.data, ...state.data } : whole.data;
  return { job, error: whole.error, refetch: whole.refetch };
}

/** The columns come to light when reading ends; later phases change only what the state tells. */
function sameColumns(now: ImportOut["phase"], then: ImportOut["phase"]): boolean {
  return (now === "reading") === (then === "reading");
}
