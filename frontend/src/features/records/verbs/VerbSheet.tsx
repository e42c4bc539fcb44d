import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { useCommonTexts } from "@/components/texts";
import { whatIsWrong } from "@/features/fields/checks/checks";
import { FieldInput } from "@/features/fields/FieldInput";
import { KindOfRecord } from "@/features/files/KindOfRecord";
import { isApiError } from "@/http/ApiError";
import { labelIn } from "@/i18n/labelIn";
import type { Entity } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { recordQuery } from "../api/record";
import { readAnew, showSaved } from "../api/save";
import { refusedFields } from "../form/refusals";
import { changedFields, outgoingValues } from "../form/values";
import type { Values } from "../form/values";
import { useRecordsTexts } from "../texts";
import { doVerb } from "./api";
import sheet from "./verbs.module.css";
import { useNeeded } from "./useNeeded";
import { nowOf, shownFields, wayBack } from "./verb";
import type { Verb } from "./verb";
import { undoKey, useUndoVerb } from "./useUndoVerb";

/** Rules and flows take a move up a moment after it: milliseconds after which the page is read again. */
const afterwards = [2_000, 6_000];

type Props = { store: string; entity: Entity; record: Row; verb: Verb | null; onClose: () => void };

/** What a verb asks for, and the button that does it. */
export function VerbSheet({ verb, onClose, ...rest }: Props) {
  const { i18n } = useTranslation();
  return (
    <Sheet open={verb !== null} title={verb ? labelIn(verb.label, i18n.language) : ""} onClose={onClose}>
      {verb && <Form key={verb.name} verb={verb} onClose={onClose} {...rest} />}
    </Sheet>
  );
}

function Form({ store, entity, record, verb, onClose }: Props & { verb: Verb }) {
  const t = useRecordsTexts();
  const tCommon = useCommonTexts();
  const { i18n } = useTranslation();
  const { message, notification } = App.useApp();
  // What was offered of the step before would lie over this one's buttons on a phone.
  useEffect(() => notification.destroy(undoKey(record)), [notification, record]);
  const offerUndo = useUndoVerb(store, entity);
  const client = useQueryClient();
  const needed = useNeeded(store, entity, record, verb);
  const [entered, setEntered] = useState<Values>(() => nowOf(entity, verb, record, new Date()));
  const values: Values = { ...record, ...entered };
  const [sent, setSent] = useState(false);
  const doing = useMutation({
    mutationFn: () => doVerb(store, entity.name, record, verb.name, outgoingValues(changedFields(entity, record, entered), values)),
    onSuccess: (answer) => {
      showSaved(client, store, entity.name, answer);
      void readAnew(client, store);
      for (const pause of afterwards) setTimeout(() => void readAnew(client, store), pause);
      const text = t("verbs.done", { verb: labelIn(verb.label, i18n.language) });
      if (verb.undoable) offerUndo({ verb, record: answer.record, text });
      else void message.success(text);
      onClose();
    },
    onError: (error) => {
      // Somebody else moved it: what can be done now is shown anew.
      if (isApiError(error, "changed_meanwhile") || isApiError(error, "illegal_move")) {
        void client.invalidateQueries(recordQuery(store, entity.name, idOf(record)));
      }
    },
  });
  const refused = refusedFields(doing.error);
  const fields = shownFields(entity, verb, record, needed, Object.keys(refused));
  const back = wayBack(entity, verb);
  return (
    <KindOfRecord value={entity.name}>
    <form
      className={sheet.sheet}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSent(true);
        if (fields.every((field) => whatIsWrong(values[field.name], field) === null)) doing.mutate();
      }}
    >
      <Leads entity={entity} record={record} verb={verb} />
      {verb.grave && <p>{back ? t("verbs.sure", { verb: labelIn(back.label, i18n.language) }) : t("verbs.final")}</p>}
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          store={store}
          value={values[field.name]}
          sent={sent}
          refused={refused[field.name] ?? null}
          onChange={(value) => setEntered((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <FormError error={fields.some(({ name }) => name in refused) ? null : doing.error} />
      <div className={sheet.buttons}>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
        <Button type="primary" danger={verb.grave} htmlType="submit" loading={doing.isPending}>
          {labelIn(verb.label, i18n.language)}
        </Button>
      </div>
    </form>
    </KindOfRecord>
  );
}

/** Where the record stands, and where it will. */
function Leads({ entity, record, verb }: { entity: Entity; record: Row; verb: Verb }) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const state = entity.fields.find(({ name }) => name === entity.state);
  const word = (value: unknown) => state?.choices.find((choice) => choice.value === value)?.label;
  const [from, to] = [word(record[state?.name ?? ""]), word(verb.to)];
  if (!state || !from || !to) return null;
  const told = { field: labelIn(state.label, i18n.language), from: labelIn(from, i18n.language), to: labelIn(to, i18n.language) };
  return <p className={sheet.leads}>{t("verbs.leads", told)}</p>;
}
