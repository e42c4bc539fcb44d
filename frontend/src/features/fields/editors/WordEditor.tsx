import { Input } from "antd";
import type { InputProps } from "antd";
import type { EditorProps } from "../widget";

type Typing = Pick<InputProps, "inputMode" | "autoComplete" | "autoCapitalize" | "maxLength" | "type" | "className" | "suffix" | "prefix">;

/** One line of text; `typing` says which keys the phone offers, `written` how what was typed is put. */
export function wordEditor(typing: Typing = {}, written: (text: string) => string = (text) => text) {
  return function WordEditor({ id, field, label, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
    return (
      <Input
        autoComplete="off"
        {...typing}
        id={id}
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        placeholder={field.placeholder ?? ""}
        status={invalid ? "error" : ""}
        value={value === null || value === undefined ? "" : String(value)}
        onChange={(event) => onChange(written(event.target.value))}
        onBlur={onLeave}
      />
    );
  };
}

const upper = (text: string) => text.toUpperCase();
const capitals = { autoCapitalize: "characters", className: "cz-mono" } as const;

export const PhoneEditor = wordEditor({ inputMode: "tel", type: "tel" });
export const EmailEditor = wordEditor({ inputMode: "email", type: "email", autoCapitalize: "none" });
export const UrlEditor = wordEditor({ inputMode: "url", type: "url", autoCapitalize: "none" });
export const BarcodeEditor = wordEditor({ className: "cz-mono" });
export const IdCardEditor = wordEditor({ ...capitals, maxLength: 24 }, upper);
export const TaxNoEditor = wordEditor({ ...capitals, maxLength: 24 }, upper);
export const NumberEditor = wordEditor({ inputMode: "decimal" });
export const IntegerEditor = wordEditor({ inputMode: "numeric" });
export const PercentEditor = wordEditor({ inputMode: "decimal", suffix: "%" });
export const MoneyEditor = wordEditor({ inputMode: "decimal", prefix: "¥" });
