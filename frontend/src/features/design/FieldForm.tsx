import { AutoComplete, Button, Checkbox, Input, Select } from "antd";
import { useId, useState } from "react";
import type { FormEvent, ReactNode } from "react";
import type { DesignedEntityOut, DesignOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { DefaultEditor } from "./DefaultEditor";
import styles from "./design.module.css";
import { lacksOf } from "./draft";
import type { FieldDraft, Sensitivity } from "./draft";
import { FieldPreview } from "./FieldPreview";
import { FormulaEditor } from "./FormulaEditor";
import { OptionsEditor } from "./OptionsEditor";
import { SettingsEditor } from "./SettingsEditor";
import { canBeRequired, canBeSealed, canBeSearched, canBeUnique, isComputed, isOptioned } from "./types";
import { useDesignWords } from "./useDesignWords";

type Props = {
  store: string;
  kind: DesignOut;
  kinds: DesignedEntityOut[];
  draft: FieldDraft;
  /** The field's name once it is saved; null while it is new. */
  name: string | null;
  /** Not by the product: all of it may be changed. */
  added: boolean;
  error: unknown;
  pending: boolean;
  unchanged?: boolean;
  aside?: ReactNode;
  onChange: (draft: FieldDraft) => void;
  onSave: () => void;
};

/** All that is said of one field, with the control that people will fill in. */
export function FieldForm(props: Props) {
  const { store, kind, draft, added, onChange } = props;
  const { t } = useDesignWords();
  const [sent, setSent] = useState(false);
  const lacks = lacksOf(draft);
  const set = (change: Partial<FieldDraft>) => onChange({ ...draft, ...change });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setSent(true);
    if (lacks.length === 0) props.onSave();
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {!added && <p className={styles.soft}>{t("field.shipped")}</p>}
      <div className={styles.pair}>
        <Words label={t("field.zh")} value={draft.zh} max={60} onChange={(zh) => set({ zh })} />
        <Words label={t("field.en")} value={draft.en} max={60} hint={t("field.enHint")} onChange={(en) => set({ en })} />
      </div>
      {added && draft.type === "link" && <Target {...props} />}
      {added && isOptioned(draft.type) && (
        <OptionsEditor options={draft.options} free={draft.type === "tags"} onChange={(options) => set({ options })} />
      )}
      {added && isComputed(draft.type) && (
        <FormulaEditor store={store} entity={kind.name} self={props.name} draft={draft} onChange={set} />
      )}
      {added && <SettingsEditor draft={draft} onChange={(settings) => set({ settings })} />}
      <div className={styles.checks}>
        {canBeRequired(draft.type) && <Check name="required" draft={draft} set={set} />}
        {added && canBeUnique(draft.type) && <Check name="unique" draft={draft} set={set} />}
        {added && canBeSearched(draft.type) && <Check name="searchable" draft={draft} set={set} />}
        <Check name="in_list" draft={draft} set={set} />
      </div>
      {added && <DefaultEditor key={`default ${draft.type}`} store={store} draft={draft} onChange={(value) => set({ default: value })} />}
      <Section kind={kind} value={draft.section} onChange={(section) => set({ section })} />
      <div className={styles.pair}>
        <Words label={t("field.helpZh")} value={draft.helpZh} max={400} onChange={(helpZh) => set({ helpZh })} />
        <Words label={t("field.helpEn")} value={draft.helpEn} max={400} onChange={(helpEn) => set({ helpEn })} />
      </div>
      {added && <Personal draft={draft} saved={props.name !== null} onChange={(sensitivity) => set({ sensitivity })} />}
      <FieldPreview key={draft.type} store={store} draft={draft} />
      {sent && lacks.length > 0 && (
        <div role="alert" className={styles.error}>
          {lacks.map((lack) => (
            <div key={lack}>{t(`lack.${lack}`)}</div>
          ))}
        </div>
      )}
      {Boolean(props.error) && <FormError error={props.error} />}
      <div className={styles.buttons}>
        {props.aside}
        <Button type="primary" htmlType="submit" loading={props.pending} disabled={props.unchanged ?? false}>
          {t(props.unchanged ? "field.unchanged" : props.name === null ? "field.save" : "field.saveChange")}
        </Button>
      </div>
    </form>
  );
}

function Words(props: { label: string; value: string; max: number; hint?: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{props.label}</label>
      <Input
        id={id}
        autoComplete="off"
        maxLength={props.max}
        value={props.value}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.hint && (
        <span id={`${id}-hint`} className={styles.soft}>
          {props.hint}
        </span>
      )}
    </div>
  );
}

type Flag = "required" | "unique" | "searchable" | "in_list";

function Check({ name, draft, set }: { name: Flag; draft: FieldDraft; set: (change: Partial<FieldDraft>) => void }) {
  const { t } = useDesignWords();
  return (
    <Checkbox checked={draft[name]} onChange={(event) => set({ [name]: event.target.checked })}>
      {t(`field.${name}`)}
    </Checkbox>
  );
}

function Target({ kinds, draft, name, onChange }: Props) {
  const { t, label } = useDesignWords();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t("field.target")}</label>
      <Select
        id={id}
        disabled={name !== null}
        value={draft.target || null}
        onChange={(target) => onChange({ ...draft, target: target ?? "" })}
        options={kinds.filter(({ retired }) => !retired).map((one) => ({ value: one.name, label: label(one.label) }))}
      />
    </div>
  );
}

function Section({ kind, value, onChange }: { kind: DesignOut; value: string; onChange: (section: string) => void }) {
  const { t } = useDesignWords();
  const id = useId();
  const known = [...new Set(kind.fields.map(({ section }) => section).filter(Boolean))];
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t("field.section")}</label>
      <AutoComplete
        id={id}
        value={value}
        placeholder={t("field.newSection")}
        onChange={onChange}
        options={known.map((name) => ({ value: name }))}
      />
      <span className={styles.soft}>{t("field.sectionHint")}</span>
    </div>
  );
}

function Personal(props: { draft: FieldDraft; saved: boolean; onChange: (sensitivity: Sensitivity) => void }) {
  const { draft, saved } = props;
  const { t } = useDesignWords();
  const id = useId();
  const sealed = draft.sensitivity === "sealed";
  const offered: Sensitivity[] = [
    ...(saved ? [] : (["auto"] as const)),
    "",
    "masked",
    ...(canBeSealed(draft.type) && (!saved || sealed) ? (["sealed"] as const) : []),
  ];
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t("field.sensitivity")}</label>
      <Select<Sensitivity>
        id={id}
        // What is stored sealed stays so.
        disabled={saved && sealed}
        value={draft.sensitivity}
        onChange={props.onChange}
        options={offered.map((value) => ({ value, label: t(`sensitivity.${value === "" ? "none" : value}`) }))}
      />
    </div>
  );
}
