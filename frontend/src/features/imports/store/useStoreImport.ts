import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { RecordImportLine, RecordImportOut } from "@/api/types.gen";
import { isAtWork } from "../steps";
import { importQuery, importStateQuery } from "./api";

/** An import as it stands now: the whole of it once, then what changes while a worker is at it. */
export function useStoreImport(store: string, id: string) {
  const client = useQueryClient();
  const whole = useQuery(importQuery(store, id));
  const working = whole.data !== undefined && isAtWork(whole.data);
  const state = useQuery({ ...importStateQuery(store, id), enabled: working });
  const moved = working && state.data !== undefined && state.data.status !== whole.data.status;
  const rests = moved && !isAtWork(state.data);

  useEffect(() => {
    if (!moved) return;
    void client.invalidateQueries({ queryKey: importQuery(store, id).queryKey, exact: true });
    // Records have come, changed or gone.
    if (rests) void client.invalidateQueries({ queryKey: ["store", store] });
  }, [client, store, id, moved, rests]);

  const job: RecordImportOut | undefined =
    whole.data && working && state.data && !moved ? { ...whole.data, ...state.data } : whole.data;
  return { job, error: whole.error, refetch: whole.refetch };
}

/** A step that the person takes; the server answers the import as it then stands. */
export function useImportStep<Input>(store: string, id: string, act: (input: Input) => Promise<RecordImportLine>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (line) => {
      const { queryKey } = importQuery(store, id);
      await client.cancelQueries({ queryKey });
      client.removeQueries({ queryKey: importStateQuery(store, id).queryKey });
      client.setQueryData(queryKey, (before) => before && { ...before, ...line });
      if (!isAtWork(line)) await client.invalidateQueries({ queryKey });
    },
  });
}
