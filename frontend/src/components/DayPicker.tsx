import { DatePicker } from "antd";
import dayjs from "dayjs";
import { isRealDay } from "@/format/date";

/** A day as `2026-11-21`, "" for none. What is typed counts at once, not only when the field is left. */
export function DayPicker(props: {
  id?: string;
  label?: string;
  placeholder?: string;
  allowClear?: boolean;
  value: string;
  onChange: (day: string) => void;
}) {
  const { id, label, placeholder, allowClear = true, value, onChange } = props;
  return (
    <span
      onInput={({ target }) => {
        const typed = target instanceof HTMLInputElement ? target.value.trim() : "";
        if (isRealDay(typed)) onChange(typed);
      }}
    >
      <DatePicker
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        {...(placeholder === undefined ? {} : { placeholder })}
        allowClear={allowClear}
        value={value ? dayjs(value) : null}
        onChange={(day) => onChange(day ? day.format("YYYY-MM-DD") : "")}
      />
    </span>
  );
}
