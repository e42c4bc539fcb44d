import { Input, Select, Space } from "antd";
import { useRef } from "react";
import type { InputRef } from "antd";
import { compactPlate, splitPlate } from "../checks/plates";
import provinces from "../data/plateProvinces.json";
import { useFieldTexts } from "../texts";
import type { EditorProps } from "../widget";
import styles from "./editors.module.css";

const other = "";

/** Province by choice, the rest by keys; a whole plate may be pasted. */
export function PlateEditor({ id, label, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
  const t = useFieldTexts();
  const restRef = useRef<InputRef>(null);
  const { province, rest } = splitPlate(typeof value === "string" ? value : "");
  const choices = [...provinces].map((sign) => ({ value: sign, label: sign }));

  function write(typed: string): void {
    const plate = compactPlate(typed);
    const begins = splitPlate(plate).province !== "";
    onChange(begins || plate === "" ? plate : province + plate);
  }
  return (
    <Space.Compact block>
      <Select
        aria-label={`${label} · ${t("plate.province")}`}
        className={styles.province ?? ""}
        status={invalid ? "error" : ""}
        showSearch
        value={province}
        options={[...choices, { value: other, label: t("plate.other") }]}
        onChange={(sign) => {
          onChange(sign + rest);
          restRef.current?.focus();
        }}
      />
      <Input
        ref={restRef}
        id={id}
        aria-label={`${label} · ${t("plate.rest")}`}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        status={invalid ? "error" : ""}
        className="cz-mono"
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={12}
        value={rest}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          // Nothing is left to take away but the province.
          if (event.key === "Backspace" && rest === "" && province !== "") onChange("");
        }}
        onBlur={onLeave}
      />
    </Space.Compact>
  );
}
