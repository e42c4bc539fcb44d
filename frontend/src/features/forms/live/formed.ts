import type { Entity, Field } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import type { LiveForm, LiveState } from "../api/live";

/** The kind of record with the fields that the form shows now, in its order; the others are not entered here. */
export function formed(entity: Entity, form: LiveForm, state: LiveState, language: string): Entity {
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
      const told: Field = {
        ...field,
        label: part.label ?? field.label,
        help: part.help ?? field.help,
        required: field.required || now.required,
        read_only: field.read_only || now.read_only,
        ...(part.placeholder ? { placeholder: labelIn(part.placeholder, language) } : {}),
      };
      return [told];
    });
  return { ...entity, fields };
}
