import type { FieldKind } from "@/features/fields/field";

export type TypeGroup = { key: string; types: FieldKind[] };

/** Every type of field, in the order in which people are offered them. A test holds it complete. */
export const typeGroups = [
  { key: "words", types: ["text", "long_text", "rich_text", "email", "url", "barcode", "color"] },
  { key: "numbers", types: ["number", "integer", "money", "percent", "rating"] },
  { key: "times", types: ["date", "datetime", "time"] },
  { key: "choices", types: ["choice", "tags", "boolean"] },
  { key: "identifiers", types: ["phone", "plate", "vin", "id_card", "tax_no"] },
  { key: "links", types: ["link", "user", "store"] },
  { key: "files", types: ["file", "photo", "signature"] },
  { key: "places", types: ["address", "location"] },
  { key: "made", types: ["table", "formula", "rollup", "auto_number"] },
] as const satisfies TypeGroup[];

export type Setting =
  | "max_length" | "multiline" | "decimals" | "minimum" | "maximum" | "unit" | "max_files" | "max_mb" | "columns" | "result" | "prefix" | "digits";

const settings: Partial<Record<FieldKind, Setting[]>> = {
  text: ["max_length", "multiline"],
  long_text: ["max_length"],
  barcode: ["max_length"],
  number: ["decimals", "minimum", "maximum", "unit"],
  integer: ["minimum", "maximum", "unit"],
  money: ["minimum", "maximum"],
  percent: ["decimals", "minimum", "maximum"],
  rating: ["maximum"],
  file: ["max_files", "max_mb"],
  photo: ["max_files", "max_mb"],
  table: ["columns"],
  formula: ["result", "decimals", "unit"],
  rollup: ["result", "decimals", "unit"],
  auto_number: ["prefix", "digits"],
};

export const settingsOf = (type: FieldKind): Setting[] => settings[type] ?? [];

const uniques = new Set<FieldKind>([
  "text", "email", "url", "barcode", "phone", "plate", "vin", "id_card", "tax_no", "integer", "number", "date", "datetime",
  "link", "auto_number",
]);
const sealables = new Set<FieldKind>(["phone", "id_card", "text"]);
const searchables = new Set<FieldKind>([
  "text", "long_text", "email", "url", "barcode", "phone", "plate", "vin", "id_card", "tax_no", "auto_number",
]);
const computed = new Set<FieldKind>(["formula", "rollup"]);
const plain: FieldKind[] = [
  "text", "long_text", "rich_text", "email", "url", "barcode", "color", "number", "integer", "percent", "money", "rating",
  "date", "datetime", "time", "boolean", "choice", "tags", "phone", "plate", "vin", "id_card", "tax_no",
];

const defaultables = new Set<FieldKind>([
  "text", "long_text", "url", "email", "number", "integer", "percent", "money", "rating", "boolean", "date", "time", "choice", "tags",
  "color",
]);

/** Of one plain value that means the same in every record. */
export const canHaveDefault = (type: FieldKind) => defaultables.has(type);
const unindexed = new Set<string>(["long_text", "rich_text", "color", "file", "photo", "signature", "address", "location", "table", "formula", "rollup"]);

export const canBeIndexed = (type: string) => !unindexed.has(type);
export const isComputed = (type: FieldKind) => computed.has(type);
export const isOptioned = (type: FieldKind) => type === "choice" || type === "tags";
export const canBeRequired = (type: FieldKind) => !isComputed(type) && type !== "auto_number";
export const canBeUnique = (type: FieldKind) => uniques.has(type);
export const canBeSealed = (type: FieldKind) => sealables.has(type);
export const canBeSearched = (type: FieldKind) => searchables.has(type);

/** What values of this type can be turned into; nothing for those that are no single plain value. */
export function convertibleTo(type: FieldKind): FieldKind[] {
  return plain.includes(type) ? plain.filter((other) => other !== type) : [];
}

/** What a formula may answer. */
export const resultTypes: FieldKind[] = ["number", "integer", "money", "percent", "text", "date", "datetime", "boolean"];

/** What a column of a sub-table may be. */
export const cellTypes: FieldKind[] = [
  "text", "long_text", "number", "integer", "percent", "money", "rating", "boolean", "date", "datetime", "time", "phone",
  "plate", "vin", "id_card", "tax_no", "email", "url", "barcode",
];
