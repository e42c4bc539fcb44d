import { useTranslation } from "react-i18next";
import { switchLanguage } from "@/i18n/i18n";
import type { Language } from "@/i18n/i18n";
import styles from "./languageSwitch.module.css";

/** Each language is named in itself, so the names are not translated. */
export const languageNames = { "zh-CN": "中文", en: "English" } as const satisfies Record<Language, string>;

export function LanguageSwitch({ onSwitch }: { onSwitch?: (language: Language) => void }) {
  const { i18n } = useTranslation();
  const other: Language = i18n.language === "en" ? "zh-CN" : "en";
  return (
    <button
      type="button"
      className={styles.switch}
      lang={other}
      onClick={() => {
        void switchLanguage(other);
        onSwitch?.(other);
      }}
    >
      {languageNames[other]}
    </button>
  );
}
