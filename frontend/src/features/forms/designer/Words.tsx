import { Input } from "antd";
import { useId } from "react";
import type { LabelOut } from "@/api/types.gen";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";

type Props = { label: string; value: LabelOut; placeholder?: string; rows?: number; onChange: (value: LabelOut) => void };

/** A text in Chinese, and in English where somebody reads English. */
export function Words({ label, value, placeholder, rows, onChange }: Props) {
  const t = useFormsTexts();
  const id = useId();
  const Control = rows ? Input.TextArea : Input;
  return (
    <div className={styles.words}>
      <label htmlFor={id}>{label}</label>
      <Control
        id={id}
        {...(rows ? { rows } : {})}
        value={value.zh}
        maxLength={rows ? 2000 : 60}
        placeholder={placeholder ?? ""}
        onChange={(event: { target: { value: string } }) => onChange({ ...value, zh: event.target.value })}
      />
      <details open={value.en !== ""}>
        <summary>{t("words.english")}</summary>
        <Control
          aria-label={t("words.englishOf", { label })}
          {...(rows ? { rows } : {})}
          value={value.en}
          maxLength={rows ? 2000 : 60}
          onChange={(event: { target: { value: string } }) => onChange({ ...value, en: event.target.value })}
        />
      </details>
    </div>
  );
}
