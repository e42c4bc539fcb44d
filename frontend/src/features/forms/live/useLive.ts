import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { outgoing } from "@/features/fields/outgoing";
import type { Entity } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { liveFormQuery, liveStateQuery } from "../api/live";
import type { LiveForm, LiveState, Purpose } from "../api/live";
import { formed } from "./formed";

type Values = Record<string, unknown>;
/** Long enough for a word to be typed, too short to be waited for. */
const pause = 250;

export type Live = {
  /** Undefined while it is being asked for, null where there is none in force. */
  form: LiveForm | null | undefined;
  state: LiveState | null;
  /** The kind of record as the form has it now. */
  entity: Entity;
  /** What stands where nothing was entered. */
  given: Values;
  /** What rules of the form have against the values, by field. */
  against: Record<string, string>;
  tell: (values: Values) => void;
  error: unknown;
};

const none: Values = {};

/** The form of a record while it is filled in. Asked anew only when a value changes that an answer hangs on.
 * `step`: the id of what a flow asks on it, shown by the form of that step. */
export function useLive(store: string, entity: Entity, purpose: Purpose, id: string | null, step: string | null = null): Live {
  const { i18n } = useTranslation();
  const asked = useQuery(liveFormQuery(store, entity.name, purpose, step));
  const form = asked.data;
  const [wanted, setWanted] = useState("{}");
  const told = useLater(wanted);
  const values = JSON.parse(told) as Values;
  const query = useQuery({
    ...liveStateQuery({ store, entity: entity.name, purpose, id, step, values }, form ?? null),
    enabled: Boolean(form),
  });
  const state = query.data ?? null;
  const seen = useMemo(() => (form && state ? formed(entity, form, state, i18n.language) : entity), [entity, form, state, i18n.language]);
  const against = useMemo(() => {
    const all = Object.entries(state?.fields ?? {});
    return Object.fromEntries(
      all.flatMap(([name, one]) => (one.refused[0] ? [[name, labelIn(one.refused[0], i18n.language)]] : [])),
    ) as Record<string, string>;
  }, [state, i18n.language]);

  function tell(entered: Values): void {
    if (!form) return;
    const known = entity.fields.filter(({ name }) => form.asks.includes(name) && name in entered);
    setWanted(JSON.stringify(Object.fromEntries(known.map((field) => [field.name, outgoing(entered[field.name], field)]))));
  }
  return { form, state, entity: seen, given: id === null ? (state?.defaults ?? none) : none, against, tell, error: asked.error ?? query.error };
}

/** Before the form is known, and what it says of an empty one. A form that can't be asked for leaves the plain fields. */
export function isWaiting({ form, state, error }: Live): boolean {
  return !error && (form === undefined || (form !== null && state === null));
}

function useLater(text: string): string {
  const [kept, setKept] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setKept(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return kept;
}
