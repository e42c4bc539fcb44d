import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorNotice } from "@/components/errorNotice";
import { isApiError } from "@/http/ApiError";
import { labelIn } from "@/i18n/labelIn";
import type { Entity } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { changeOne, readAnew, versionOf } from "../api/save";
import { refusedFields } from "../form/refusals";
import { useRecordsTexts } from "../texts";
import { useUndoNotice } from "../useUndoNotice";

/** What a record becomes by being moved, and what it was; `text` says it in words. */
export type Move = { row: Row; to: Record<string, unknown>; from: Record<string, unknown>; text: string };

/**
 * Records moved by hand: shown in their new place at once, saved, and put back when that is refused. `moved` holds
 * what is on its way, by id; each can be undone for ten seconds.
 */
export function useMoves(store: string, entity: Entity) {
  const client = useQueryClient();
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const refuse = useErrorNotice();
  const { notification } = App.useApp();
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
      const why = whyOf(error);
      if (why) notification.error({ title: why });
      else refuse(error);
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

  /** Of a form or a field: which, and what it is against. */
  function whyOf(error: unknown): string {
    const told = Object.entries(refusedFields(error)).map(([name, text]) => {
      const field = entity.fields.find((one) => one.name === name);
      return t("board.refused", { field: field ? labelIn(field.label, i18n.language) : name, text });
    });
    return told.join(" ");
  }

  function offerUndo(record: Row, { to, from, text }: Move): void {
    offer({ key: `move-${idOf(record)}`, text, onUndo: () => moving.mutate({ row: record, to: from, from: to, text: "" }) });
  }

  return { moved, move: moving.mutate };
}
