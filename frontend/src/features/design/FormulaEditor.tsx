import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { entitiesQuery } from "@/features/records/api/entities";
import styles from "./design.module.css";
import type { FieldDraft } from "./draft";
import { FormulaCheck } from "./FormulaCheck";
import formulaStyles from "./formula.module.css";
import { functions } from "./functions";
import { previewOf } from "./previewOf";
import { useDesignWords } from "./useDesignWords";

type Props = {
  store: string;
  entity: string;
  self: string | null;
  draft: FieldDraft;
  onChange: (change: Partial<FieldDraft>) => void;
};

/** The formula with what it may name beside it: a click puts it where the cursor stands. */
export function FormulaEditor({ store, entity, self, draft, onChange }: Props) {
  const { t, say, label } = useDesignWords();
  const { formula } = draft;
  const id = useId();
  const area = useRef<TextAreaRef>(null);
  const [wanted, setWanted] = useState("");
  const kinds = useQuery(entitiesQuery(store)).data ?? [];
  const names = namesIn(kinds, entity, self).map(({ name, labels }) => ({ name, words: labels.map(label).join(" · ") }));
  const related = kinds.filter((kind) => kind.fields.some(({ target }) => target === entity));
  const found = functions.filter(({ key, form }) =>
    `${form} ${say(`function.${key}`)}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );

  /** `inside`: the cursor goes before the closing parenthesis. */
  function insert(text: string, inside = false): void {
    const input = area.current?.resizableTextArea?.textArea;
    const [from, to] = [input?.selectionStart ?? formula.length, input?.selectionEnd ?? formula.length];
    // At once, so that the cursor has a place to go to.
    flushSync(() => onChange({ formula: formula.slice(0, from) + text + formula.slice(to) }));
    input?.focus();
    const at = from + text.length - (inside ? 1 : 0);
    input?.setSelectionRange(at, at);
  }
  return (
    <div className={styles.part}>
      <label htmlFor={id}>{t("formula.title")}</label>
      <Input.TextArea
        ref={area}
        id={id}
        className="cz-mono"
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={4000}
        spellCheck={false}
        value={formula}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange({ formula: event.target.value })}
      />
      <span id={`${id}-hint`} className={styles.soft}>
        {t("formula.hint", { example: "round(price / 10000, 1)" })} {t("formula.help")}
      </span>
      <FormulaCheck
        store={store}
        entity={entity}
        self={self}
        formula={formula}
        field={previewOf(draft, t("preview.nameless"))}
        onResult={(result) => onChange({ settings: { ...draft.settings, result } })}
      />
      <h3>{t("formula.fields")}</h3>
      <div className={formulaStyles.names}>
        {names.map(({ name, words }) => (
          <Button key={name} size="small" title={name} aria-label={t("formula.insert", { name: words })} onClick={() => insert(name)}>
            {words}
          </Button>
        ))}
        {related.map((kind) => (
          <Button key={kind.name} size="small" title={kind.name} onClick={() => insert(kind.name)}>
            {t("formula.related")} · {label(kind.label_plural)}
          </Button>
        ))}
      </div>
      <h3>{t("formula.functions")}</h3>
      <Input
        allowClear
        aria-label={t("formula.find")}
        placeholder={t("formula.find")}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <ul className={formulaStyles.functions}>
        {found.map(({ key, form, example }) => (
          <li key={key}>
            <button type="button" className={formulaStyles.function} onClick={() => insert(`${form.split("(")[0]}()`, !form.endsWith("()"))}>
              <code className="cz-mono">{form}</code>
              <span>{say(`function.${key}`)}</span>
              <span className={styles.soft}>{t("formula.example", { example })}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Kinds = { name: string; fields: { name: string; label: Label; target: string | null }[] }[];
type Label = { zh: string; en: string };

/** The fields of the kind of record, and those one link away. */
function namesIn(kinds: Kinds, entity: string, self: string | null): { name: string; labels: Label[] }[] {
  const own = kinds.find(({ name }) => name === entity)?.fields.filter(({ name }) => name !== self) ?? [];
  const linked = own.flatMap((link) => {
    const target = link.target ? kinds.find(({ name }) => name === link.target) : undefined;
    return target?.fields.map((field) => ({ name: `${link.name}.${field.name}`, labels: [link.label, field.label] })) ?? [];
  });
  return [...own.map(({ name, label }) => ({ name, labels: [label] })), ...linked];
}
