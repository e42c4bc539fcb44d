import { lazy } from "react";
import type { ComponentType } from "react";
import type { FieldKind } from "../field";
import type { Editor, EditorProps } from "../widget";

/** Brought in only where something is written: lists and pages that show alone stay light. */
function later<Name extends string>(load: () => Promise<Record<Name, ComponentType<EditorProps>>>, name: Name): Editor {
  return lazy(async () => ({ default: (await load())[name] }));
}

const words = () => import("./WordEditor");
const lines = () => import("./LinesEditor");
const choices = () => import("./choiceEditors");
const times = () => import("./timeEditors");
const places = () => import("./placeEditors");

/** By kind. Null: what Chezhan computes. */
export const editors = {
  text: later(lines, "TextEditor"),
  long_text: later(lines, "LinesEditor"),
  rich_text: later(() => import("./RichTextEditor"), "RichTextEditor"),
  email: later(words, "EmailEditor"),
  url: later(words, "UrlEditor"),
  barcode: later(words, "BarcodeEditor"),
  color: later(() => import("./ColorEditor"), "ColorEditor"),
  number: later(words, "NumberEditor"),
  integer: later(words, "IntegerEditor"),
  percent: later(words, "PercentEditor"),
  money: later(words, "MoneyEditor"),
  rating: later(choices, "RatingEditor"),
  date: later(times, "DateEditor"),
  datetime: later(times, "DateTimeEditor"),
  time: later(times, "TimeEditor"),
  boolean: later(choices, "BooleanEditor"),
  choice: later(choices, "ChoiceEditor"),
  tags: later(choices, "TagsEditor"),
  phone: later(words, "PhoneEditor"),
  plate: later(() => import("./PlateEditor"), "PlateEditor"),
  vin: later(() => import("./VinEditor"), "VinEditor"),
  id_card: later(words, "IdCardEditor"),
  tax_no: later(words, "TaxNoEditor"),
  link: later(() => import("./LinkEditor"), "LinkEditor"),
  user: later(() => import("./UserEditor"), "UserEditor"),
  store: later(() => import("./StoreEditor"), "StoreEditor"),
  address: later(places, "AddressEditor"),
  location: later(places, "LocationEditor"),
  table: later(() => import("./TableEditor"), "TableEditor"),
  file: later(() => import("@/features/files/FilesEditor"), "FilesEditor"),
  photo: later(() => import("@/features/files/FilesEditor"), "FilesEditor"),
  signature: later(() => import("@/features/files/SignatureEditor"), "SignatureEditor"),
  formula: null,
  rollup: null,
  auto_number: null,
} satisfies Record<FieldKind, Editor | null>;
