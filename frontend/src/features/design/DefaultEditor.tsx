import { FieldInput } from "@/features/fields/FieldInput";
import type { FieldDraft } from "./draft";
import { previewOf } from "./previewOf";
import { canHaveDefault } from "./types";
import { useDesignTexts } from "./texts";

type Props = { store: string; draft: FieldDraft; onChange: (value: unknown) => void };

/** What new records begin with: entered in the very control that the field will have. */
export function DefaultEditor({ store, draft, onChange }: Props) {
  const t = useDesignTexts();
  if (!canHaveDefault(draft.type) || draft.sensitivity === "sealed") return null;
  const words = { zh: t("field.default"), en: t("field.default") };
  const help = { zh: t("field.defaultHint"), en: t("field.defaultHint") };
  const field = { ...previewOf(draft, words.zh), name: "x_default", label: words, help, required: false };
  return <FieldInput field={field} store={store} value={draft.default} onChange={onChange} />;
}
