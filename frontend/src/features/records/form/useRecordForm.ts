import { useMemo, useRef, useState } from "react";
import type { FormEvent, KeyboardEvent } from "react";
import { whatIsWrong } from "@/features/fields/checks/checks";
import { refusalText } from "@/features/fields/refusalText";
import type { Entity } from "../api/entities";
import { refusedFields } from "./refusals";
import { changedFields, isOpen } from "./values";
import type { Values } from "./values";

export type Problem = { name: string; text: string };
type Options = {
  entity: Entity;
  base: Values;
  /** What is given once is given with a new record. */
  isNew?: boolean;
  /** What stands in fields that nothing was entered into: a form's defaults. */
  given?: Values;
  /** What a form's rules have against the values, by field. */
  against?: Record<string, string>;
  error: unknown;
  onSubmit: (values: Values) => void;
};

const nothing: Values = {};
const noRefusals: Record<string, string> = {};

/**
 * The state of a record's form. `base`: the record as it was read, empty for a new one. Submitting checks every
 * field that may be written; `error` is what the server said of what was sent last.
 */
export function useRecordForm(options: Options) {
  const { entity, base, isNew = false, given = nothing, against = noRefusals, error, onSubmit } = options;
  const formRef = useRef<HTMLFormElement>(null);
  const [entered, setEntered] = useState<Values>(nothing);
  const values = useMemo(() => ({ ...base, ...given, ...entered }), [base, given, entered]);
  const [sent, setSent] = useState<Values | null>(null);
  const open = entity.fields.filter((field) => isOpen(field, isNew ? null : base));
  const changed = changedFields(entity, base, values).filter((field) => open.includes(field));

  const wrong = open.flatMap((field) => {
    const refusal = whatIsWrong(values[field.name], field);
    const text = refusal ? refusalText(refusal) : against[field.name];
    return text ? [{ name: field.name, text }] : [];
  });
  // What the server refused stands until the field says something else.
  const refused = Object.fromEntries(
    Object.entries(refusedFields(error)).filter(([name]) => sent !== null && sent[name] === values[name]),
  );
  const told = new Set(wrong.map(({ name }) => name));
  const beyond = Object.entries(refused).filter(([name]) => !told.has(name));
  const problems: Problem[] = sent ? [...wrong, ...beyond.map(([name, text]) => ({ name, text }))] : [];

  function submit(): void {
    setSent(values);
    if (wrong.length === 0) onSubmit(values);
    else showField(formRef.current, wrong[0]?.name ?? "");
  }

  return {
    values,
    /** What was entered here, of whatever it began with. */
    entered,
    changed,
    problems,
    refused: { ...against, ...refused },
    sent: sent !== null,
    submit,
    put: (name: string, value: unknown) => setEntered((before) => ({ ...before, [name]: value })),
    /** Takes over what somebody else wrote, beside what was written here. */
    replace: setEntered,
    show: (name: string) => showField(formRef.current, name),
    form: {
      ref: formRef,
      noValidate: true,
      onSubmit: (event: FormEvent) => {
        event.preventDefault();
        submit();
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        submit();
      },
    },
  };
}

export type RecordFormState = ReturnType<typeof useRecordForm>;

/** Brings a field into sight and puts the cursor into it. */
function showField(form: HTMLFormElement | null, name: string): void {
  const place = form?.querySelector<HTMLElement>(`[data-field="${name}"]`);
  const folded = place?.closest("details");
  if (folded) folded.open = true;
  place?.scrollIntoView({ block: "center" });
  place?.querySelector<HTMLElement>("input, textarea, button, [tabindex='0']")?.focus({ preventScroll: true });
}
