import { Input } from "antd";
import type { EditorProps } from "../widget";
import { wordEditor } from "./WordEditor";

/** Several lines of text, as tall as they are. */
export function LinesEditor({ id, field, label, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
  return (
    <Input.TextArea
      id={id}
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      placeholder={field.placeholder ?? ""}
      status={invalid ? "error" : ""}
      autoSize={{ minRows: 3, maxRows: 12 }}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
    />
  );
}

const LineEditor = wordEditor();

export function TextEditor(props: EditorProps) {
  return props.field.settings.multiline ? <LinesEditor {...props} /> : <LineEditor {...props} />;
}
