import type { DesignedFieldOut, FieldChangeIn, FieldIn } from "@/api/types.gen";
import type { Field, FieldKind } from "@/features/fields/field";
import { canBeRequired, canBeSealed, canBeSearched, canBeUnique, canHaveDefault, isComputed, isOptioned, settingsOf } from "./types";

export type OptionDraft = { key: string; value: string; zh: string; en: string; retired: boolean; kept: boolean };
export type SettingsDraft = Partial<Field["settings"]>;
/** "auto": as the type has it. */
export type Sensitivity = "auto" | "" | "masked" | "sealed";

export type FieldDraft = {
  type: FieldKind;
  zh: string;
  en: string;
  helpZh: string;
  helpEn: string;
  section: string;
  options: OptionDraft[];
  settings: SettingsDraft;
  target: string;
  formula: string;
  sensitivity: Sensitivity;
  required: boolean;
  unique: boolean;
  searchable: boolean;
  in_list: boolean;
  default: unknown;
};

export const newOption = (): OptionDraft => ({ key: crypto.randomUUID(), value: "", zh: "", en: "", retired: false, kept: false });

export function newDraft(type: FieldKind): FieldDraft {
  return {
    type, zh: "", en: "", helpZh: "", helpEn: "", section: "", target: "", formula: "",
    options: type === "choice" ? [newOption(), newOption()] : [],
    settings: isComputed(type) ? { result: "number" } : type === "table" ? { columns: [] } : {},
    sensitivity: "auto", required: false, unique: false, searchable: false, in_list: true, default: null,
  };
}

export function draftOf(field: DesignedFieldOut): FieldDraft {
  return {
    type: field.type as FieldKind,
    zh: field.label.zh,
    en: field.label.en,
    helpZh: field.help?.zh ?? "",
    helpEn: field.help?.en ?? "",
    section: field.section,
    options: field.options.map(({ value, label, retired }) => ({ key: value, value, ...label, retired, kept: true })),
    settings: settingsDraft(field.settings),
    target: field.target ?? "",
    formula: field.formula,
    sensitivity: field.sensitivity,
    required: field.required,
    unique: field.unique,
    searchable: field.searchable,
    in_list: field.in_list,
    default: field.default ?? null,
  };
}

/** A sub-table's columns come as pairs of name and type. */
function settingsDraft({ columns, ...settings }: DesignedFieldOut["settings"]): SettingsDraft {
  const pairs = (columns ?? []) as [string, FieldKind][];
  return { ...settings, ...(pairs.length > 0 ? { columns: pairs.map(([name, type]) => ({ name, type })) } : {}) } as SettingsDraft;
}

export type Lack = "label" | "options" | "target" | "formula" | "columns";

/** What must still be said before the field can be saved. */
export function lacksOf(draft: FieldDraft): Lack[] {
  const lacks: Lack[] = [];
  if (!draft.zh.trim() && !draft.en.trim()) lacks.push("label");
  if (draft.type === "choice" && !optionsOf(draft).some(({ retired }) => !retired)) lacks.push("options");
  if (draft.type === "link" && !draft.target) lacks.push("target");
  if (isComputed(draft.type) && !draft.formula.trim()) lacks.push("formula");
  if (draft.type === "table" && !(draft.settings.columns ?? []).some(({ name }) => name.trim())) lacks.push("columns");
  return lacks;
}

/** Lines left empty are no options. */
function optionsOf({ type, options }: FieldDraft) {
  if (!isOptioned(type)) return [];
  return options
    .filter(({ zh, en, kept }) => kept || zh.trim() || en.trim())
    .map(({ value, zh, en, retired }) => ({ value: value || zh.trim() || en.trim(), label: { zh: zh.trim(), en: en.trim() }, retired }));
}

/** Only what the type takes and what was said. */
function settingsIn({ type, settings }: FieldDraft): Record<string, unknown> {
  const said = settingsOf(type).flatMap((name) => {
    const value = settings[name];
    if (value === undefined || value === null || value === "" || value === false) return [];
    return [[name, name === "columns" ? columnsIn(settings) : value] as const];
  });
  return Object.fromEntries(said);
}

function columnsIn(settings: SettingsDraft): [string, string][] {
  return (settings.columns ?? []).filter(({ name }) => name.trim()).map(({ name, type }) => [name.trim(), type]);
}

export function addition(draft: FieldDraft): FieldIn {
  const { type } = draft;
  return {
    type,
    label: { zh: draft.zh.trim(), en: draft.en.trim() },
    help: { zh: draft.helpZh.trim(), en: draft.helpEn.trim() },
    section: draft.section.trim(),
    options: optionsOf(draft),
    settings: settingsIn(draft),
    target: type === "link" ? draft.target : "",
    formula: isComputed(type) ? draft.formula.trim() : "",
    ...(draft.sensitivity === "auto" ? {} : { sensitivity: draft.sensitivity === "sealed" && !canBeSealed(type) ? "masked" : draft.sensitivity }),
    required: draft.required && canBeRequired(type),
    unique: draft.unique && canBeUnique(type),
    searchable: draft.searchable && canBeSearched(type),
    in_list: draft.in_list,
    default: canHaveDefault(type) && draft.sensitivity !== "sealed" ? (draft.default === "" ? null : (draft.default ?? null)) : null,
  };
}

const changeable = ["label", "help", "section", "in_list", "required"] as const;
const changeableOfAdded = [...changeable, "options", "settings", "formula", "sensitivity", "unique", "searchable", "default"] as const;

/** The members that differ; of a field that ships, only those that a store may change. */
export function changesOf(before: FieldDraft, after: FieldDraft, added: boolean): FieldChangeIn {
  const [was, is] = [addition(before), addition(after)];
  const members = added ? changeableOfAdded : changeable;
  const differing = members.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
  return Object.fromEntries(differing.map((name) => [name, is[name]]));
}
