import { formatDate, formatDateTime } from "@/format/date";
import { formatCount, formatMoney } from "@/format/money";
import { formatPhone } from "@/format/phone";
import { formatPlate } from "@/format/plate";
import type { Field, FieldType } from "./api/entities";
import { labelIn } from "./labels";

export type Words = { language: string; none: string; unnamed: string };

/** A link leaves the API as the other record's id and title. */
export type LinkValue = { id: string; title: string | null };

export function linkOf(value: unknown): LinkValue | null {
  const link = value as Partial<LinkValue> | null;
  return typeof link === "object" && typeof link?.id === "string" ? { id: link.id, title: link.title ?? null } : null;
}

type Writer = (value: unknown, field: Field, words: Words) => string;

/** Types without a writer of their own are written as they come. */
const writers: Partial<Record<FieldType, Writer>> = {
  text: String,
  number: (value) => formatCount(String(value)),
  money: (value) => formatMoney(String(value)),
  date: (value) => formatDate(String(value)),
  datetime: (value) => formatDateTime(String(value)),
  choice: (value, field, words) => {
    const option = field.choices.find((candidate) => candidate.value === value);
    return option ? labelIn(option.label, words.language) : String(value);
  },
  phone: (value) => formatPhone(String(value)),
  plate: (value) => formatPlate(String(value)),
  vin: String,
  link: (value, field, words) => {
    const link = linkOf(value);
    if (!link) return String(value);
    // A car goes by its plate, where it has one.
    return field.target === "vehicle" ? formatPlate(link.title ?? words.unnamed) : (link.title ?? words.unnamed);
  },
};

export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (typeof value === "object" && linkOf(value) === null);
}

/** A field's value as people read it. */
export function valueText(value: unknown, field: Field, words: Words): string {
  return isBlank(value) ? words.none : (writers[field.type] ?? String)(value, field, words);
}
