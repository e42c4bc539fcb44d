import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorNotice } from "@/components/errorNotice";
import { useWords } from "@/features/fields/useWords";
import { isApiError } from "@/http/ApiError";
import { labelIn } from "@/i18n/labelIn";
import type { Entity, Field } from "../../api/entities";
import { idOf } from "../../api/list";
import type { Row } from "../../api/list";
import { recordQuery } from "../../api/record";
import { readAnew } from "../../api/save";
import { recordTitle } from "../../recordTitle";
import { useRecordsTexts } from "../../texts";
import { doVerb, verbsQuery } from "../../verbs/api";
import type { Verb } from "../../verbs/verb";
import { undoKey, useUndoVerb } from "../../verbs/useUndoVerb";
import { plainWay, waysTo } from "../../verbs/ways";

/** What a record is to become, by its state. */
export type Step = { row: Row; to: string | null };

/** Verbs that lead where somebody put the record, of which one is to be chosen, or to be told what it asks for. */
export type Choice = { record: Row; verbs: Verb[] };

type Came = { record: Row; offered: Verb[]; way: Verb | null };

/**
 * Records brought to another state by hand: by the verb that leads there. Done at once where that asks nothing;
 * `choice` is what is asked otherwise. Where none leads, it says what does.
 */
export function useSteps(store: string, entity: Entity, field: Field) {
  const client = useQueryClient();
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const words = useWords();
  const refuse = useErrorNotice();
  const { notification } = App.useApp();
  const offerUndo = useUndoVerb(store, entity);
  const [moved, setMoved] = useState<ReadonlyMap<string, Row>>(new Map());
  const [choice, setChoice] = useState<Choice | null>(null);

  const stateOf = (row: Row) => row[field.name] ?? null;
  const nameOf = (state: unknown) => {
    const known = field.choices.find(({ value }) => value === state);
    return known ? labelIn(known.label, i18n.language) : "";
  };

  async function offeredFor(record: Row): Promise<Verb[]> {
    const { verbs: names } = await client.fetchQuery({ ...verbsQuery(store, entity.name, record), staleTime: 0 });
    return entity.verbs.filter(({ name }) => names.includes(name));
  }

  const stepping = useMutation({
    mutationFn: async ({ row, to }: Step): Promise<Came> => {
      // As it is by now, and whole: the sheet shows what the record says already of what it asks for.
      const { record } = await client.fetchQuery({ ...recordQuery(store, entity.name, idOf(row)), staleTime: 0 });
      const offered = await offeredFor(record);
      const way = plainWay(offered, stateOf(record), to);
      if (!way) return { record, offered, way };
      const answer = await doVerb(store, entity.name, record, way.name, {});
      return { record: answer.record, offered, way };
    },
    onMutate: ({ row, to }) => {
      if (plainWay(entity.verbs, stateOf(row), to)) setMoved((before) => new Map(before).set(idOf(row), { ...row, [field.name]: to }));
    },
    onSuccess: async ({ record, offered, way }, step) => {
      await readAnew(client, store);
      if (way) tellDone(record, way);
      else if (waysTo(offered, stateOf(record), step.to).length > 0) setChoice({ record, verbs: waysTo(offered, stateOf(record), step.to) });
      else tellNoWay(record, offered, step);
    },
    onError: async (error) => {
      refuse(error);
      if (isApiError(error)) await readAnew(client, store);
    },
    onSettled: (_, __, { row }) =>
      setMoved((before) => {
        const left = new Map(before);
        left.delete(idOf(row));
        return left;
      }),
  });

  function tellDone(record: Row, verb: Verb): void {
    const text = t("board.moved", { title: recordTitle(entity, record, words), column: nameOf(stateOf(record)) });
    if (verb.undoable) offerUndo({ verb, record, text });
    else notification.success({ key: undoKey(record), title: text, description: t("board.forGood"), placement: "bottom" });
  }

  function tellNoWay(record: Row, offered: Verb[], { to }: Step): void {
    const title = t("board.noWay", { title: recordTitle(entity, record, words), state: nameOf(stateOf(record)), column: nameOf(to) });
    const next = offered.map(({ label }) => labelIn(label, i18n.language)).join(t("board.and"));
    notification.warning({ title, description: next ? t("board.next", { next }) : t("board.notYours") });
  }

  return { moved, step: stepping.mutate, choice, setChoice };
}
