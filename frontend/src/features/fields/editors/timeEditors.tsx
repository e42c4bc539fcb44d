import { DatePicker, Input, TimePicker } from "antd";
import dayjs from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat";
import { DayPicker } from "@/components/DayPicker";
import { formatDateTime } from "@/format/date";
import { useMediaQuery } from "@/theme/useMediaQuery";
import type { EditorProps } from "../widget";
import styles from "./editors.module.css";

dayjs.extend(customParseFormat);

export function DateEditor({ id, label, value, onChange, onLeave }: EditorProps) {
  const day = typeof value === "string" ? value : "";
  return (
    <span onBlur={onLeave} className={styles.day}>
      <DayPicker id={id} label={label} value={day} onChange={(picked) => onChange(picked || null)} />
    </span>
  );
}

/** By the stores' clock: what is shown and sent has no zone of the reader's. On a phone the phone's own: a calendar
 * with hours beside it is wider than the screen. */
export function DateTimeEditor(props: EditorProps) {
  return useMediaQuery("(max-width: 767px)") ? <MomentOnPhone {...props} /> : <MomentAtDesk {...props} />;
}

function MomentOnPhone({ id, label, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
  return (
    <Input
      id={id}
      type="datetime-local"
      max="9999-12-31T23:59"
      aria-label={label}
      aria-describedby={describedBy}
      status={invalid ? "error" : ""}
      value={typeof value === "string" && value ? localText(value).replace(" ", "T").slice(0, 16) : ""}
      onChange={({ target }) => onChange(target.value || null)}
      onBlur={onLeave}
    />
  );
}

function MomentAtDesk({ id, label, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
  return (
    <DatePicker
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      status={invalid ? "error" : ""}
      className={styles.wide ?? ""}
      showTime={{ format: "HH:mm" }}
      format="YYYY-MM-DD HH:mm"
      value={typeof value === "string" && value ? dayjs(localText(value)) : null}
      onChange={(moment) => onChange(moment ? moment.format("YYYY-MM-DDTHH:mm") : null)}
      onBlur={onLeave}
    />
  );
}

/** `2026-11-21T06:30:00Z` → `2026-11-21 14:30`; a moment without a zone is the stores' already. */
function localText(moment: string): string {
  return /(?:Z|[+-]\d\d:?\d\d)$/.test(moment) ? formatDateTime(moment) : moment.replace("T", " ");
}

export function TimeEditor({ id, label, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
  return (
    <TimePicker
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      status={invalid ? "error" : ""}
      className={styles.wide ?? ""}
      format="HH:mm"
      needConfirm={false}
      value={typeof value === "string" && value ? dayjs(value, ["HH:mm:ss", "HH:mm"]) : null}
      onChange={(time) => onChange(time ? time.format("HH:mm") : null)}
      onBlur={onLeave}
    />
  );
}
