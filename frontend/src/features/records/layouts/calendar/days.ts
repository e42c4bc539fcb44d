import dayjs from "dayjs";
import { answeringKind } from "@/features/fields/field";
import { linkOf } from "@/features/fields/shapes";
import type { Field } from "../../api/entities";
import type { FilterPart } from "../../filter";

/** The stores' clock; China has no summer time. */
const zone = "Asia/Shanghai";
const offset = "+08:00";

export const isTimed = (field: Field) => answeringKind(field) === "datetime";

/** A value as the calendar's wall shows it: the day, or the day and the time on the stores' clocks. */
export function onTheWall(value: unknown, field: Field): string | null {
  if (typeof value !== "string" || linkOf(value)) return null;
  const moment = dayjs(value);
  if (!moment.isValid()) return null;
  return isTimed(field) ? moment.tz(zone).format("YYYY-MM-DDTHH:mm:ss") : value.slice(0, 10);
}

/** What stands on the wall, as the server takes it. */
export function offTheWall(at: Date, field: Field): string {
  return isTimed(field) ? `${dayjs(at).format("YYYY-MM-DDTHH:mm:ss")}${offset}` : dayjs(at).format("YYYY-MM-DD");
}

/** The records that are to be seen from the day `first` to the day `last`; those that end there too. */
export function within(start: Field, end: Field | undefined, first: string, last: string): FilterPart {
  const begins: FilterPart = { field: start.name, operator: "between", value: [first, last] };
  if (!end) return begins;
  const spans: FilterPart = {
    combinator: "and",
    rules: [
      { field: start.name, operator: "<=", value: last },
      { field: end.name, operator: ">=", value: first },
    ],
  };
  return { combinator: "or", rules: [begins, spans] };
}
