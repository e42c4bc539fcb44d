import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ImportOut } from "@/api/types.gen";
import { importQuery, importsQuery, importStateQuery } from "./api/imports";

/** A step that the person takes; the server answers the import as it then stands. */
export function useJobAction<Input>(group: string, id: string, act: (input: Input) => Promise<ImportOut>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (job) => {
      await client.cancelQueries({ queryKey: importQuery(group, id).queryKey });
      client.removeQueries({ queryKey: importStateQuery(group, id).queryKey });
      client.setQueryData(importQuery(group, id).queryKey, job);
      void client.invalidateQueries({ queryKey: importsQuery(group).queryKey });
    },
  });
}
