import { useId, useState, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useErrorTexts } from "@/http/texts";
import { labelIn } from "@/i18n/labelIn";
import { whatIsWrong, whatLooksWrong } from "./checks/checks";
import type { Field } from "./field";
import styles from "./fieldInput.module.css";
import { refusalText } from "./refusalText";
import { useFieldTexts } from "./texts";
import { isBlank } from "./valueText";
import type { Editor } from "./widget";
import { widgets } from "./widgets";

type Props = {
  field: Field;
  store: string;
  value: unknown;
  onChange: (value: unknown) => void;
  /** Told by the form that was sent: what is wrong shows without the field having been left. */
  sent?: boolean;
  /** What the server said of this very value. */
  refused?: string | null;
};

/** Whether people can give it with a new record. */
export function canBeGiven(field: Field): boolean {
  return field.right === "write" && !field.read_only && widgets[field.type].Editor !== null;
}

/** Whether people can write fields of this kind on a record that is there. */
export function canBeWritten(field: Field): boolean {
  return canBeGiven(field) && !field.once;
}

/**
 * Label above, the kind's own control, what is wrong or a hint below. A value is checked when the field is left and
 * from then on while it changes.
 */
export function FieldInput({ field, store, value, onChange, sent = false, refused = null }: Props) {
  const t = useFieldTexts();
  useErrorTexts();
  const { i18n } = useTranslation();
  const id = useId();
  const [left, setLeft] = useState(false);
  const Control: Editor | null = widgets[field.type].Editor;
  if (!Control) return null;
  const wrong = left || sent ? whatIsWrong(value, field) : null;
  const error = wrong ? refusalText(wrong) : refused;
  const warning = error || !left ? null : whatLooksWrong(value, field);
  const help = field.help ? labelIn(field.help, i18n.language) : null;
  const below = error ?? (warning ? t(`warnings.${warning}`) : help);
  const label = labelIn(field.label, i18n.language);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {field.required && <span className={styles.required}>{t("required")}</span>}
      </label>
      <Suspense fallback={<div className={styles.waiting} aria-hidden />}>
        <Control
          id={id}
          field={field}
          store={store}
          value={value}
          label={label}
          invalid={error !== null}
          describedBy={below ? `${id}-below` : undefined}
          onChange={onChange}
          onLeave={() => setLeft(left || !isBlank(value))}
        />
      </Suspense>
      {below && (
        <div
          id={`${id}-below`}
          className={error ? styles.error : warning ? styles.warning : styles.hint}
          role={error ? "alert" : undefined}
        >
          {below}
        </div>
      )}
    </div>
  );
}
