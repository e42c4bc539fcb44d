import { formatDate, formatDateTime } from "@/format/date";
import { formatCount, formatMoney } from "@/format/money";
import { formatPhone } from "@/format/phone";
import { formatPlate } from "@/format/plate";
import { labelIn } from "@/i18n/labelIn";
import { answeringKind } from "./field";
import type { Field, FieldKind } from "./field";
import { addressLine, filesOf, linkOf, pointOf, rowsOf, tagsOf } from "./shapes";

export type Words = {
  language: string;
  none: string;
  unnamed: string;
  yes: string;
  no: string;
  /** For people and stores whose names the reader is not told. */
  somebody: string;
  someStore: string;
  /** The reader's own name and those of their stores, by id. */
  names: ReadonlyMap<string, string>;
};
type Writer = (value: unknown, field: Field, words: Words) => string;

/** 110105194912310020 → `110105 19491231 0020`. What is no such number stays as it was written. */
function formatIdCard(value: string): string {
  const parts = /^(\d{6})(\d{8})(\d{3}[\dX])$/.exec(value);
  return parts ? parts.slice(1).join(" ") : value;
}

function optionText(value: string, field: Field, { language }: Words): string {
  const option = field.choices.find((candidate) => candidate.value === value);
  return option ? labelIn(option.label, language) : value;
}

function titleText(value: unknown, field: Field, words: Words): string {
  const link = linkOf(value);
  if (!link) return String(value);
  // A car goes by its plate, where it has one.
  return field.target === "vehicle" ? formatPlate(link.title ?? words.unnamed) : (link.title ?? words.unnamed);
}

function nameText(value: unknown, { names }: Words, other: string): string {
  const link = linkOf(value);
  if (link?.title) return link.title;
  const id = link?.id ?? String(value);
  return names.get(id) ?? (/^[0-9a-f-]{36}$/i.test(id) ? other : id);
}

const plain: Writer = (value) => String(value);
const counted: Writer = (value, field) =>
  [formatCount(String(value)), field.settings.unit].filter(Boolean).join(" ");
const fileNames: Writer = (value) => filesOf(value)?.map(({ name }) => name).join(", ") ?? String(value);
const computed: Writer = (value, field, words) => writers[answeringKind(field)](value, field, words);

const writers = {
  text: plain,
  long_text: plain,
  rich_text: plain,
  email: plain,
  url: plain,
  barcode: plain,
  color: plain,
  number: counted,
  integer: counted,
  percent: (value) => (/^-?[\d.]+$/.test(String(value)) ? `${formatCount(String(value))}%` : String(value)),
  money: (value) => formatMoney(String(value)),
  rating: plain,
  date: (value) => formatDate(String(value)),
  datetime: (value) => formatDateTime(String(value)),
  time: (value) => String(value).replace(/^(\d\d:\d\d):00$/, "$1"),
  boolean: (value, _, words) => ({ true: words.yes, false: words.no })[String(value)] ?? String(value),
  choice: (value, field, words) => optionText(String(value), field, words),
  tags: (value, field, words) => (tagsOf(value) ?? [String(value)]).map((tag) => optionText(tag, field, words)).join(", "),
  phone: (value) => formatPhone(String(value)),
  plate: (value) => formatPlate(String(value)),
  vin: plain,
  id_card: (value) => formatIdCard(String(value)),
  tax_no: plain,
  link: titleText,
  user: (value, _, words) => nameText(value, words, words.somebody),
  store: (value, _, words) => nameText(value, words, words.someStore),
  file: fileNames,
  photo: fileNames,
  signature: fileNames,
  address: (value) => addressLine(value) ?? String(value),
  location: (value) => {
    const point = pointOf(value);
    return point ? `${point.lng}, ${point.lat}` : String(value);
  },
  table: (value) => {
    const rows = rowsOf(value);
    return rows ? rows.map((row) => Object.values(row).map(String).join(" · ")).join("\n") : String(value);
  },
  formula: computed,
  rollup: computed,
  auto_number: plain,
} satisfies Record<FieldKind, Writer>;

/** Nothing to show: no value, no text, an empty list, a link without a record. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== "object") return false;
  return "id" in value || "title" in value ? linkOf(value) === null : Object.keys(value).length === 0;
}

/** A field's value as people read it. */
export function valueText(value: unknown, field: Field, words: Words): string {
  return isBlank(value) ? words.none : writers[field.type](value, field, words);
}
