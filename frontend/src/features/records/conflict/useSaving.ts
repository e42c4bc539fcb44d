import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { getRecord } from "@/api/sdk.gen";
import type { RecordOut } from "@/api/types.gen";
import { isApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import type { Entity } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { changeOne, showSaved, versionOf } from "../api/save";
import { changedFields, outgoingValues } from "../form/values";
import type { Values } from "../form/values";
import type { Conflict } from "./clashes";

type Order = { base: Row; values: Values };

/**
 * Saves what was changed of a record. When somebody else changed it meanwhile, nothing is written: `conflict` then
 * holds both versions until `settle` saves on the new one, or `drop`.
 */
export function useSaving(store: string, entity: Entity, onSaved: (answer: RecordOut) => void, step: string | null = null) {
  const client = useQueryClient();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const saving = useMutation({
    mutationFn: ({ base, values }: Order) => {
      const fields = changedFields(entity, base, values);
      return changeOne(store, entity.name, { id: idOf(base), version: versionOf(base), values: outgoingValues(fields, values), step });
    },
    onSuccess: (answer) => {
      setConflict(null);
      showSaved(client, store, entity.name, answer);
      onSaved(answer);
    },
    onError: async (error, { base, values }) => {
      if (!isApiError(error, "changed_meanwhile")) return;
      const path = { entity: entity.name, record_id: idOf(base) };
      const { record } = await getRecord({ headers: inStore(store), path });
      setConflict({ base, mine: values, theirs: record });
    },
  });
  return {
    save: (base: Row, values: Values) => saving.mutate({ base, values }),
    settle: (values: Values) => {
      if (conflict) saving.mutate({ base: conflict.theirs, values });
    },
    conflict,
    drop: () => setConflict(null),
    saving: saving.isPending,
    error: saving.error,
    reset: saving.reset,
  };
}
