import { useQuery } from "@tanstack/react-query";
import { previewQuery } from "@/features/forms/api/designs";

/** The fields that a form has, and those of them that it lets be filled in; null without one. */
export function useStepForm(store: string, form: string | null) {
  const query = previewQuery(store, { id: form ?? "", version: 0, role: "", values: {} });
  const found = useQuery({ ...query, enabled: form !== null }).data;
  if (form === null || !found) return { there: null, entered: null };
  const parts = found.form.tabs.flatMap(({ sections }) => sections).flatMap((section) => section.parts);
  const fields = parts.flatMap((part) => (part.kind === "field" ? [part] : []));
  return {
    there: new Set(fields.map(({ field }) => field)),
    entered: new Set(fields.filter(({ read_only }) => !read_only).map(({ field }) => field)),
  };
}
