import { Button, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { FieldValue } from "@/features/fields/FieldValue";
import { labelIn } from "@/i18n/labelIn";
import type { Entity, Field } from "../api/entities";
import { useRecordsTexts } from "../texts";
import type { Values } from "../form/values";
import { clashesOf, settled } from "./clashes";
import type { Choice, Conflict } from "./clashes";
import styles from "./conflict.module.css";

type Props = {
  store: string;
  entity: Entity;
  conflict: Conflict | null;
  saving: boolean;
  error: unknown;
  onSave: (values: Values) => void;
  onClose: () => void;
};

/** What the other person changed meanwhile beside what the reader wrote; nothing is overwritten unseen. */
export function ConflictSheet({ conflict, onClose, ...rest }: Props) {
  const t = useRecordsTexts();
  return (
    <Sheet open={conflict !== null} title={t("conflict.title")} width={640} onClose={onClose}>
      {conflict && <Settling key={String(conflict.theirs.version)} {...rest} conflict={conflict} onClose={onClose} />}
    </Sheet>
  );
}

function Settling({ store, entity, conflict, saving, error, onSave, onClose }: Props & { conflict: Conflict }) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const [chosen, setChosen] = useState<Record<string, Choice>>({});
  const { both, theirsAlone, mineAlone } = clashesOf(entity, conflict);
  const open = both.filter(({ name }) => !(name in chosen));
  const shown = (field: Field, value: unknown) => (
    <FieldValue value={value} field={field} store={store} row={conflict.theirs} plain />
  );
  return (
    <div className={styles.body}>
      <p>{both.length > 0 ? t("conflict.choose") : t("conflict.besides")}</p>
      {both.map((field) => (
        <fieldset key={field.name} className={styles.clash}>
          <legend>{labelIn(field.label, i18n.language)}</legend>
          <Radio.Group
            className={styles.sides ?? ""}
            value={chosen[field.name] ?? null}
            onChange={({ target }) => setChosen((before) => ({ ...before, [field.name]: target.value as Choice }))}
          >
            <Radio value="theirs" className={styles.side ?? ""}>
              <span className={styles.whose}>{t("conflict.theirs")}</span> {shown(field, conflict.theirs[field.name])}
            </Radio>
            <Radio value="mine" className={styles.side ?? ""}>
              <span className={styles.whose}>{t("conflict.mine")}</span> {shown(field, conflict.mine[field.name])}
            </Radio>
          </Radio.Group>
        </fieldset>
      ))}
      <Others title={t("conflict.theirsAlone")} fields={theirsAlone} language={i18n.language}>
        {(field) => (
          <>
            <s>{shown(field, conflict.base[field.name])}</s> → {shown(field, conflict.theirs[field.name])}
          </>
        )}
      </Others>
      <Others title={t("conflict.mineAlone")} fields={mineAlone} language={i18n.language}>
        {(field) => shown(field, conflict.mine[field.name])}
      </Others>
      <FormError error={error} />
      <div className={styles.answers}>
        <Button onClick={onClose}>{t("conflict.later")}</Button>
        <Button
          type="primary"
          disabled={open.length > 0}
          loading={saving}
          onClick={() => onSave(settled(entity, conflict, chosen))}
        >
          {t("conflict.save")}
        </Button>
      </div>
    </div>
  );
}

type OthersProps = { title: string; fields: Field[]; language: string; children: (field: Field) => React.ReactNode };

function Others({ title, fields, language, children }: OthersProps) {
  if (fields.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <ul>
        {fields.map((field) => (
          <li key={field.name}>
            <span className="cz-soft">{labelIn(field.label, language)}</span> {children(field)}
          </li>
        ))}
      </ul>
    </section>
  );
}
