import type { Color, Layout as KeptLayout, SavedViewOut } from "@/api/types.gen";
import { answeringKind } from "@/features/fields/field";
import type { Entity, Field } from "../api/entities";

export type ViewKind = NonNullable<SavedViewOut["kind"]>;
export type ColorRule = Color;
/** By which fields records are laid out; what is left out is nobody's choice. */
export type Layout = KeptLayout;

export const viewKinds = ["list", "board", "calendar", "gallery", "tree"] as const satisfies ViewKind[];
const isViewKind = (value: unknown): value is ViewKind => viewKinds.some((kind) => kind === value);

/** Reads how a list is laid out from the address; what is none is dropped. */
export function laidOut(search: Record<string, unknown>): { as?: ViewKind; lay?: Layout } {
  const { as, lay } = search;
  return {
    ...(isViewKind(as) && as !== "list" ? { as } : {}),
    ...(typeof lay === "object" && lay !== null && Object.keys(lay).length > 0 ? { lay: layoutOf(lay as Record<string, unknown>) } : {}),
  };
}

function layoutOf(given: Record<string, unknown>): Layout {
  const layout: Record<string, unknown> = {};
  for (const name of ["group", "start", "end", "parent", "cover"]) if (typeof given[name] === "string" && given[name]) layout[name] = given[name];
  for (const name of ["totals", "shown"]) if (Array.isArray(given[name])) layout[name] = given[name].filter((one) => typeof one === "string");
  if (given.part === "day" || given.part === "month" || given.part === "year") layout.part = given.part;
  if (Array.isArray(given.colors)) layout.colors = given.colors;
  return layout as Layout;
}

/** Without what says nothing: two layouts that look alike are then the same text. */
export function plainLayout(layout: Layout | undefined): Layout | undefined {
  const told = Object.entries(layout ?? {}).filter(
    ([name, value]) => value !== "" && !(Array.isArray(value) && value.length === 0) && !(name === "part" && value === "month"),
  );
  return told.length > 0 ? (Object.fromEntries(told.toSorted(([one], [other]) => (one < other ? -1 : 1))) as Layout) : undefined;
}

export const boardFields = ({ fields }: Entity) => fields.filter((field) => field.groupable && field.type === "choice");
export const groupFields = ({ fields }: Entity) => fields.filter(({ groupable }) => groupable);
export const totalFields = ({ fields }: Entity) => fields.filter(({ summable }) => summable);
const days = new Set<Field["type"]>(["date", "datetime"]);
export const dayFields = ({ fields }: Entity) => fields.filter((field) => days.has(answeringKind(field)) && field.filterable && field.right !== "masked");
export const coverFields = ({ fields }: Entity) => fields.filter(({ type, right }) => type === "photo" && right !== "masked");
export const parentFields = (entity: Entity) => entity.fields.filter((field) => field.type === "link" && field.target === entity.name);

/** The ways in which records of this kind can be laid out. */
export function kindsFor(entity: Entity): ViewKind[] {
  return viewKinds.filter(
    (kind) =>
      kind === "list" ||
      kind === "gallery" ||
      (kind === "board" && boardFields(entity).length > 0) ||
      (kind === "calendar" && dayFields(entity).length > 0) ||
      (kind === "tree" && parentFields(entity).length > 0),
  );
}

/** The field that a layout goes by: the one that was chosen, where it may be seen, or the first that would do. */
export function chosen(fields: Field[], name: string | undefined, preferred?: (field: Field) => boolean): Field | undefined {
  return fields.find((field) => field.name === name) ?? (preferred && fields.find(preferred)) ?? fields[0];
}
