import type { LabelOut } from "@/api/types.gen";
import { useFields } from "@/components/form/useFields";
import { useDesignWords } from "./useDesignWords";

/** What a kind of record is called; `title`: the label of its first field, of a new kind alone. */
export type Names = { zh: string; en: string; pluralZh: string; pluralEn: string; title: string };
type Named = { label: LabelOut; label_plural: LabelOut };

export function useKindNames(edited: Named | null, onSubmit: (names: Names) => void) {
  const { t } = useDesignWords();
  return useFields<keyof Names>({
    initial: {
      zh: edited?.label.zh ?? "",
      en: edited?.label.en ?? "",
      pluralZh: edited?.label_plural.zh ?? "",
      pluralEn: edited?.label_plural.en ?? "",
      title: "",
    },
    rules: {
      zh: (zh) => (zh.trim() ? null : t("kind.needsName")),
      en: () => null,
      pluralZh: () => null,
      pluralEn: () => null,
      title: () => null,
    },
    onSubmit,
  });
}

/** As the server takes them: many are called as one is where nothing else is said. */
export function saidOf(names: Names) {
  const label = { zh: names.zh.trim(), en: names.en.trim() };
  const plural = { zh: names.pluralZh.trim() || label.zh, en: names.pluralEn.trim() || label.en };
  const title = names.title.trim();
  return { label, plural, first: title ? { title: { zh: title, en: "" } } : {} };
}
