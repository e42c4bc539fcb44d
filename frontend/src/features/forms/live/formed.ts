import type { Entity, Field } from "@/features/records/api/entities";
import type { LiveForm, LiveState } from "../api/live";

/** A field as the form has it: its words here, whether it must be filled in, whether it may be. */
export type FormedField = Field & { placeholder?: { zh: string; en: string } };

/** The kind of record with the fields that the form shows now, in its order; the others are not entered here. */
export function formed(entity: Entity, form: LiveForm, state: LiveState): Entity {
  const hidden = new Set(state.hidden);
  const fields = form.tabs
    .filter(({ id }) => !hidden.has(id))
    .flatMap(({ sections }) => sections.filter(({ id }) => !hidden.has(id)))
    .flatMap(({ parts }) => parts)
    .flatMap((part): Field[] => {
      const field = part.kind === "field" && entity.fields.find(({ name }) => name === part.field);
      if (!field || part.kind !== "field") return [];
      const now = state.fields[part.field];
      if (!now?.shown) return [];
      const told: FormedField = {
        ...field,
        label: part.label ?? field.label,
        help: part.help ?? field.help,
        required: field.required || now.required,
        read_only: field.read_only || now.read_only,
        ...(part.placeholder ? { placeholder: part.placeholder } : {}),
      };
      return [told];
    });
  return { ...entity, fields };
}
