import type { BulkOrderIn } from "@/api/types.gen";
import { outgoing } from "@/features/fields/outgoing";
import type { Field } from "../api/entities";
import type { ListSearch } from "../listSearch";
import type { Selection } from "./useSelection";

export type Choice = BulkOrderIn["choice"];

/** The chosen rows by id, or all that the list's search and filter find. */
export function choiceOf(selection: Selection, { q, filter, tags }: ListSearch): Choice {
  if (!selection.everything) return { ids: [...selection.ids] };
  return { q: q ?? "", filter: filter ? JSON.stringify(filter) : "", tags: tags ?? "" };
}

export function deletion(choice: Choice): BulkOrderIn {
  return { kind: "delete", choice, values: {} };
}

/** Whose a record is, is changed by a right of its own. */
export function fieldChange(choice: Choice, field: Field, value: unknown): BulkOrderIn {
  return { kind: field.name === "owner" ? "assign" : "update", choice, values: { [field.name]: outgoing(value, field) } };
}
