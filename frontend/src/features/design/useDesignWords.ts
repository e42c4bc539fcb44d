import { useTranslation } from "react-i18next";
import type { LabelOut } from "@/api/types.gen";
import { labelIn } from "@/i18n/labelIn";
import type { TextKey } from "@/i18n/defineTexts";
import type texts from "./locales/zh-CN.json";
import { useDesignTexts } from "./texts";

/** Types, settings, groups and labels in the reader's language; a label without words in it is said in the other. */
export function useDesignWords() {
  const t = useDesignTexts();
  const { i18n } = useTranslation();
  const say = (key: string, params?: Record<string, string | number>) => t(key as TextKey<typeof texts>, params);
  return {
    t,
    say,
    label: (label: LabelOut) => labelIn(label, i18n.language) || label.zh || label.en,
    type: (name: string) => say(`type.${name}`),
  };
}
