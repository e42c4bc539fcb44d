import type { BookingDayOut, BookingPageOut } from "@/api/types.gen";
import { clockOf, shortDay, told, weekdayOf } from "./words";

type Chosen = { value: string; onChange: (value: string) => void };

export function Models({ models, value, onChange }: Chosen & { models: BookingPageOut["models"] }) {
  return (
    <fieldset>
      <legend>{told("model")}</legend>
      <div className="choices models">
        {models.map((one) => (
          <label key={one.trim} className="choice">
            <input type="radio" name="trim" checked={one.trim === value} onChange={() => onChange(one.trim)} />
            <span>{`${one.brand} ${one.series}`}</span>
            <small>{one.name}</small>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Days({ days, value, onChange }: Chosen & { days: BookingDayOut[] }) {
  return (
    <fieldset>
      <legend>{told("day")}</legend>
      <div className="days">
        {days.map(({ day, times }) => (
          <label key={day} className="choice">
            <input type="radio" name="day" checked={day === value} disabled={times.length === 0} onChange={() => onChange(day)} />
            <span>{shortDay(day)}</span>
            <small>{times.length === 0 ? told("full") : weekdayOf(day)}</small>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Times({ times, value, onChange }: Chosen & { times: string[] }) {
  return (
    <fieldset>
      <legend>{told("time")}</legend>
      <div className="choices">
        {times.map((time) => (
          <label key={time} className="choice">
            <input type="radio" name="time" checked={time === value} onChange={() => onChange(time)} />
            {clockOf(time)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
