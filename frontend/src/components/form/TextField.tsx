import { Input } from "antd";
import type { InputProps } from "antd";
import { useId } from "react";
import styles from "./textField.module.css";
import type { FieldProps } from "./useFields";

type Props = FieldProps & {
  label: string;
  hint?: string;
  password?: boolean;
} & Pick<
    InputProps,
    "autoComplete" | "inputMode" | "autoCapitalize" | "placeholder" | "maxLength" | "disabled" | "className"
  >;

/** Label above, one line of text, its error or a hint below; all tied together for screen readers. */
export function TextField({ label, hint, password, error, onChange, ...input }: Props) {
  const id = useId();
  const Kind = password ? Input.Password : Input;
  const below = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Kind
        {...input}
        id={id}
        status={error ? "error" : ""}
        aria-invalid={error !== null}
        aria-describedby={below ? `${id}-below` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {below && (
        <div id={`${id}-below`} className={error ? styles.error : styles.hint} role={error ? "alert" : undefined}>
          {below}
        </div>
      )}
    </div>
  );
}
