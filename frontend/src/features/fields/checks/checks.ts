import { isWaiting } from "@/features/files/kinds";
import type { Field, FieldKind } from "../field";
import { addressOf, addressParts, filesOf, pointOf, rowsOf, tagsOf } from "../shapes";
import { isBlank } from "../valueText";
import { checkIdCard, checkTaxNo } from "./cards";
import { checkInteger, checkMoney, checkNumber, checkRating } from "./numbers";
import { checkPhone } from "./phones";
import { checkPlate, isUnusualPlate } from "./plates";
import { fits, ofText, refusal } from "./refusal";
import type { Check, Refusal } from "./refusal";
import { checkBarcode, checkColor, checkEmail, checkLine, checkLines, checkUrl } from "./texts";
import { checkVin, hasRightCheckDigit } from "./vins";

const mostTags = 50;
const partLengths = { province: 40, city: 40, district: 40, street: 200 };

const checkTags: Check = (value) => {
  const tags = tagsOf(value);
  if (!tags) return refusal("not_a_list");
  if (tags.length > mostTags) return refusal("too_many_values", { limit: mostTags });
  return tags.some((tag) => [...tag].length > 60) ? refusal("text_too_long", { limit: 60 }) : null;
};

const checkAddress: Check = (value) => {
  const address = addressOf(value);
  if (!address) return refusal("not_an_address");
  const long = addressParts.find((part) => [...(address[part] ?? "")].length > partLengths[part]);
  return long ? refusal("text_too_long", { limit: partLengths[long] }) : null;
};

const checkLocation: Check = (value) => {
  const point = pointOf(value);
  return point && Math.abs(point.lng) <= 180 && Math.abs(point.lat) <= 90 ? null : refusal("not_a_location");
};

const checkRows: Check = (value, field) => {
  const rows = rowsOf(value);
  if (!rows) return refusal("not_a_row");
  if (rows.length > 200) return refusal("too_many_rows", { limit: 200 });
  for (const row of rows)
    for (const { name, type } of field.settings.columns) {
      const wrong = whatIsWrong(row[name], cellField(field, name, type));
      if (wrong) return wrong;
    }
  return null;
};

/** What is still on its way up has no place in a record yet. */
const checkFiles: Check = (value) => (filesOf(value)?.some(isWaiting) ? refusal("files_on_their_way") : null);

/** A sub-table's column as a field: it has a type and no settings. */
export function cellField(table: Field, name: string, type: FieldKind): Field {
  const settings = { ...table.settings, columns: [], minimum: null, maximum: null, max_length: null, decimals: null };
  return { ...table, name, type, settings, choices: [], required: false, target: null };
}

const checks = {
  text: checkLine,
  long_text: checkLines(10_000),
  rich_text: checkLines(50_000),
  email: checkEmail,
  url: checkUrl,
  barcode: checkBarcode,
  color: checkColor,
  number: checkNumber,
  integer: checkInteger,
  percent: checkNumber,
  money: checkMoney,
  rating: checkRating,
  date: ofText((text) => (/^(?:19|20|21)\d\d-/.test(text) ? null : refusal("date_out_of_range", { first: 1900, last: 2199 }))),
  datetime: ofText((text) => (Number.isNaN(Date.parse(text)) ? refusal("not_a_datetime") : null)),
  time: ofText((text) => (/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(text) ? null : refusal("not_a_time"))),
  boolean: (value) => (typeof value === "boolean" ? null : refusal("not_a_boolean")),
  choice: (value, { choices }) =>
    choices.some((option) => option.value === value) ? null : refusal("not_an_option"),
  tags: checkTags,
  phone: checkPhone,
  plate: checkPlate,
  vin: checkVin,
  id_card: checkIdCard,
  tax_no: checkTaxNo,
  link: fits,
  user: fits,
  store: fits,
  file: checkFiles,
  photo: checkFiles,
  signature: checkFiles,
  address: checkAddress,
  location: checkLocation,
  table: checkRows,
  formula: fits,
  rollup: fits,
  auto_number: fits,
} satisfies Record<FieldKind, Check>;

/** What the server would refuse, as far as it can be told here; null when the value may be sent. */
export function whatIsWrong(value: unknown, field: Field): Refusal | null {
  if (isBlank(value) || (typeof value === "string" && value.trim() === ""))
    return field.required ? refusal("required") : null;
  return checks[field.type](value, field);
}

const warnings: Partial<Record<FieldKind, (text: string) => "vin_check_digit" | "plate_unusual" | null>> = {
  vin: (text) => (hasRightCheckDigit(text) ? null : "vin_check_digit"),
  plate: (text) => (isUnusualPlate(text) ? "plate_unusual" : null),
};

/** What looks wrong with a value that fits, and may be right all the same. */
export function whatLooksWrong(value: unknown, field: Field): "vin_check_digit" | "plate_unusual" | null {
  if (typeof value !== "string" || isBlank(value) || whatIsWrong(value, field)) return null;
  return warnings[field.type]?.(value) ?? null;
}
