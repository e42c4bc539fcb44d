import { Input } from "antd";
import { compactVin, vinLength } from "../checks/vins";
import { useFieldTexts } from "../texts";
import type { EditorProps } from "../widget";
import styles from "./editors.module.css";

/** In capitals, and counted: of seventeen signs one is soon lost. */
export function VinEditor({ id, label, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
  const t = useFieldTexts();
  const vin = typeof value === "string" ? value : "";
  return (
    <Input
      id={id}
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      status={invalid ? "error" : ""}
      className="cz-mono"
      autoComplete="off"
      autoCapitalize="characters"
      value={vin}
      suffix={<span className={styles.hint}>{t("signs", { count: vin.length, of: vinLength })}</span>}
      onChange={(event) => onChange(compactVin(event.target.value))}
      onBlur={onLeave}
    />
  );
}
