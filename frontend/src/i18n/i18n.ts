import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";

export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];
export type Loads = Record<Language, () => Promise<{ default: object }>>;

const storageKey = "chezhan.language";

function rememberedLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  if (stored === "zh-CN" || stored === "en") return stored;
  return navigator.language.toLowerCase().startsWith("en") ? "en" : "zh-CN";
}

export const i18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: rememberedLanguage(),
  // What of a language could not be loaded is said in the other one.
  fallbackLng: { "zh-CN": ["en"], en: ["zh-CN"] },
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

let wanted = currentLanguage();
const heavy: { namespace: string; loads: Loads; loaded: Set<Language> }[] = [];
const missingIn = (language: Language) => heavy.filter(({ loaded }) => !loaded.has(language));

/** Texts too heavy to be loaded in both languages. Those of the reader's come with `loadTexts`, the others with the switch. */
export function addLoads(namespace: string, loads: Loads): void {
  heavy.push({ namespace, loads, loaded: new Set() });
}

/** Loads what is not there yet. Raises when something did not come; the next call tries it again. */
export async function loadTexts(language: Language = wanted): Promise<void> {
  await Promise.all(
    missingIn(language).map(async ({ namespace, loads, loaded }) => {
      i18n.addResourceBundle(language, namespace, (await loads[language]()).default);
      loaded.add(language);
    }),
  );
}

/** Switches the page, once the words are there or cannot be had, and remembers the choice on this device. */
export async function switchLanguage(language: Language): Promise<void> {
  wanted = language;
  localStorage.setItem(storageKey, language);
  if (missingIn(language).length > 0) await loadTexts(language).catch(() => undefined);
  // Another language was chosen meanwhile.
  if (wanted !== language) return;
  document.documentElement.lang = language;
  await i18n.changeLanguage(language);
}

/** The server's name of a language (Person.language) and ours. */
export const serverLanguage = { "zh-CN": "zh-hans", en: "en" } as const satisfies Record<Language, string>;

export function languageOfServer(name: string): Language {
  return name === "en" ? "en" : "zh-CN";
}
