import type { Field } from "./api";
import { labelOf, say } from "./words";

type Props = {
  field: Field;
  label: string;
  help: string;
  placeholder: string;
  required: boolean;
  readOnly: boolean;
  value: unknown;
  error: string;
  onChange: (value: unknown) => void;
};

type Kind = Field["type"];
const inputs: Partial<Record<Kind, { type: string; mode?: "numeric" | "decimal" | "tel" | "email" | "url" }>> = {
  phone: { type: "tel", mode: "tel" },
  email: { type: "email", mode: "email" },
  url: { type: "url", mode: "url" },
  date: { type: "date" },
  datetime: { type: "datetime-local" },
  time: { type: "time" },
  integer: { type: "text", mode: "numeric" },
  rating: { type: "text", mode: "numeric" },
  number: { type: "text", mode: "decimal" },
  percent: { type: "text", mode: "decimal" },
  money: { type: "text", mode: "decimal" },
};
// What the browser may fill in by itself.
const known: Partial<Record<Kind, string>> = { phone: "tel", email: "email" };

/** One field: the browser's own control, label above, what is wrong or a hint below. */
export function Control(props: Props) {
  const { field, label, help, required, error } = props;
  const id = `f-${field.name}`;
  const below = error || help;
  const many = field.type === "tags" && field.choices.length > 0;
  return (
    <div className="field" data-wrong={error !== ""}>
      {many ? <span id={`${id}-label`}>{label}{required && <em>{say("required")}</em>}</span> : (
        <label htmlFor={id}>
          {label}
          {required && <em>{say("required")}</em>}
        </label>
      )}
      <Input {...props} id={id} describedBy={below ? `${id}-below` : undefined} />
      {below && (
        <p id={`${id}-below`} className={error ? "error" : "hint"} role={error ? "alert" : undefined}>
          {below}
        </p>
      )}
    </div>
  );
}

function Input({ field, id, describedBy, placeholder, required, readOnly, value, error, onChange }: Props & { id: string; describedBy: string | undefined }) {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const shared = { id, "aria-describedby": describedBy, "aria-invalid": error !== "", "aria-required": required, disabled: readOnly };
  if (field.type === "choice") {
    return (
      <select {...shared} value={text} onChange={(event) => onChange(event.target.value)}>
        <option value="">{say("choose")}</option>
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {labelOf(choice.label)}
          </option>
        ))}
      </select>
    );
  }
  if (field.type === "tags" && field.choices.length > 0) {
    const chosen = Array.isArray(value) ? (value as string[]) : [];
    return (
      <div className="many" role="group" aria-labelledby={`${id}-label`}>
        {field.choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="checkbox"
              disabled={readOnly}
              checked={chosen.includes(choice.value)}
              onChange={(event) => onChange(event.target.checked ? [...chosen, choice.value] : chosen.filter((one) => one !== choice.value))}
            />
            {labelOf(choice.label)}
          </label>
        ))}
      </div>
    );
  }
  if (field.type === "tags") {
    const typed = Array.isArray(value) ? (value as string[]).join(" ") : "";
    return <input {...shared} value={typed} placeholder={placeholder} onChange={(event) => onChange(event.target.value.split(/[\s,，、]+/).filter(Boolean))} />;
  }
  if (field.type === "boolean") {
    return (
      <select {...shared} value={value === true ? "true" : value === false ? "false" : ""} onChange={(event) => onChange(event.target.value === "" ? null : event.target.value === "true")}>
        <option value="">{say("choose")}</option>
        <option value="true">{say("yes")}</option>
        <option value="false">{say("no")}</option>
      </select>
    );
  }
  if (field.type === "long_text") {
    return <textarea {...shared} rows={4} placeholder={placeholder} value={text} onChange={(event) => onChange(event.target.value)} />;
  }
  const { type = "text", mode } = inputs[field.type] ?? {};
  return (
    <input
      {...shared}
      type={type}
      inputMode={mode}
      autoComplete={known[field.type] ?? "off"}
      placeholder={placeholder || field.unit}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
