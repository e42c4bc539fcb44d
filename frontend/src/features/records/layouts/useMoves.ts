import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useErrorNotice } from "@/components/errorNotice";
import { isApiError } from "@/http/ApiError";
import type { Entity } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { changeOne, readAnew, versionOf } from "../api/save";
import { useUndoNotice } from "../useUndoNotice";

/** What a record becomes by being moved, and what it was; `text` says it in words. */
export type Move = { row: Row; to: Record<string, unknown>; from: Record<string, unknown>; text: string };

/**
 * Records moved by hand: shown in their new place at once, saved, and put back when that is refused. `moved` holds
 * what is on its way, by id; each can be undone for ten seconds.
 */
export function useMoves(store: string, entity: Entity) {
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const offer = useUndoNotice();
  const [moved, setMoved] = useState<ReadonlyMap<string, Row>>(new Map());

  const moving = useMutation({
    mutationFn: ({ row, to }: Move) => changeOne(store, entity.name, { id: idOf(row), version: versionOf(row), values: to }),
    onMutate: ({ row, to }) => setMoved((before) => new Map(before).set(idOf(row), { ...row, ...to })),
    onSuccess: async ({ record }, move) => {
      await readAnew(client, store);
      if (move.text) offerUndo(record, move);
    },
    onError: async (error) => {
      refuse(error);
      // Somebody else's change, or a right that ends here: what is shown is what is there.
      if (isApiError(error)) await client.invalidateQueries({ queryKey: ["store", store, "records", entity.name] });
    },
    onSettled: (_, __, { row }) =>
      setMoved((before) => {
        const left = new Map(before);
        left.delete(idOf(row));
        return left;
      }),
  });

  function offerUndo(record: Row, { to, from, text }: Move): void {
    offer({ key: `move-${idOf(record)}`, text, onUndo: () => moving.mutate({ row: record, to: from, from: to, text: "" }) });
  }

  return { moved, move: moving.mutate };
}
