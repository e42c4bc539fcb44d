import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";

export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

const storageKey = "chezhan.language";

function rememberedLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  if (stored === "zh-CN" || stored === "en") return stored;
  return navigator.language.toLowerCase().startsWith("en") ? "en" : "zh-CN";
}

export const i18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: rememberedLanguage(),
  fallbackLng: false,
  resources: {},
  initAsync: false,
  returnEmptyString: true,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});
document.documentElement.lang = i18n.language;

export function currentLanguage(): Language {
  return i18n.language === "en" ? "en" : "zh-CN";
}

/** Switches the page and remembers the choice on this device. */
export function switchLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
}

/** The server's name of a language (Person.language) and ours. */
export const serverLanguage = { "zh-CN": "zh-hans", en: "en" } as const satisfies Record<Language, string>;

export function languageOfServer(name: string): Language {
  return name === "en" ? "en" : "zh-CN";
}
