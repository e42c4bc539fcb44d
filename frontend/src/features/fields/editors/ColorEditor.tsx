import { Input, Space } from "antd";
import { useFieldTexts } from "../texts";
import type { EditorProps } from "../widget";
import styles from "./editors.module.css";

/** The browser's own picker, and the figures for who knows them. */
export function ColorEditor({ id, label, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
  const t = useFieldTexts();
  const color = typeof value === "string" ? value : "";
  return (
    <Space.Compact block>
      <input
        type="color"
        className={styles.color}
        aria-label={`${label} · ${t("color.pick")}`}
        value={/^#[0-9a-f]{6}$/i.test(color) ? color : "#ffffff"}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
      <Input
        id={id}
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        status={invalid ? "error" : ""}
        className="cz-mono"
        autoComplete="off"
        maxLength={7}
        value={color}
        onChange={(event) => onChange(event.target.value.toLowerCase())}
        onBlur={onLeave}
      />
    </Space.Compact>
  );
}
