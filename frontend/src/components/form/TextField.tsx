import { EyeInvisibleOutlined, EyeOutlined } from "@ant-design/icons";
import { useId, useState } from "react";
import type { InputHTMLAttributes } from "react";
import { useCommonTexts } from "../texts";
import styles from "./textField.module.css";
import type { FieldProps } from "./useFields";

type Props = FieldProps & {
  label: string;
  hint?: string;
  password?: boolean;
  mono?: boolean;
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "autoComplete" | "inputMode" | "autoCapitalize" | "placeholder" | "maxLength"
  >;

/**
 * Label above, one line of text, its error or a hint below; all tied together for screen readers.
 * A plain input: the pages before the shell stay light without antd's, which brings its form engine.
 */
export function TextField({ label, hint, password, mono, error, onChange, ...input }: Props) {
  const t = useCommonTexts();
  const id = useId();
  const [shown, setShown] = useState(false);
  const below = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.box} data-wrong={error !== null}>
        <input
          {...input}
          id={id}
          type={password && !shown ? "password" : "text"}
          className={`${styles.input} ${mono ? "cz-mono" : ""}`}
          aria-invalid={error !== null}
          aria-describedby={below ? `${id}-below` : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        {password && (
          <button
            type="button"
            className={styles.eye}
            aria-label={t(shown ? "hidePassword" : "showPassword")}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOutlined aria-hidden /> : <EyeInvisibleOutlined aria-hidden />}
          </button>
        )}
      </div>
      {below && (
        <div id={`${id}-below`} className={error ? styles.error : styles.hint} role={error ? "alert" : undefined}>
          {below}
        </div>
      )}
    </div>
  );
}
