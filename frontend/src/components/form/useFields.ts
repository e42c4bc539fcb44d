import { useRef, useState } from "react";
import type { FormEvent } from "react";

export type Values<Name extends string> = Record<Name, string>;
/** A rule answers what is wrong with a value, in the reader's language, or null. */
export type Rules<Name extends string> = Record<Name, (value: string) => string | null>;

export type FieldProps = {
  name: string;
  value: string;
  error: string | null;
  onChange: (value: string) => void;
  onBlur: () => void;
};

/**
 * The state of a small form of text fields. A field is checked when it is left and from then on while typing;
 * submitting checks all of them and puts the focus on the first that is wrong. `refused` is what the server
 * said about fields; it stands until the field is changed.
 */
export function useFields<Name extends string>(options: {
  initial: Values<Name>;
  rules: Rules<Name>;
  refused?: Partial<Record<Name, string>>;
  onSubmit: (values: Values<Name>) => void;
}) {
  const { initial, rules, refused, onSubmit } = options;
  const formRef = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(initial);
  const [left, setLeft] = useState<Partial<Record<Name, boolean>>>({});
  const [sent, setSent] = useState<Values<Name> | null>(null);

  function errorOf(name: Name): string | null {
    if (left[name]) {
      const wrong = rules[name](values[name]);
      if (wrong) return wrong;
    }
    return sent && sent[name] === values[name] ? (refused?.[name] ?? null) : null;
  }

  function field(name: Name): FieldProps {
    return {
      name,
      value: values[name],
      error: errorOf(name),
      onChange: (value) => setValues((before) => ({ ...before, [name]: value })),
      onBlur: () => {
        if (values[name] !== "") setLeft((before) => ({ ...before, [name]: true }));
      },
    };
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const names = Object.keys(rules) as Name[];
    setLeft(Object.fromEntries(names.map((name) => [name, true])) as Record<Name, boolean>);
    const wrong = names.find((name) => rules[name](values[name]) !== null);
    if (wrong) {
      formRef.current?.querySelector<HTMLInputElement>(`[name="${wrong}"]`)?.focus();
      return;
    }
    setSent(values);
    onSubmit(values);
  }

  return { form: { ref: formRef, onSubmit: submit, noValidate: true }, field, values };
}
