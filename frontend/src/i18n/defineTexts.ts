import { useTranslation } from "react-i18next";
import { addLoads, i18n, loadTexts } from "./i18n";
import type { Loads } from "./i18n";

type Leaves<Shape, Prefix extends string = ""> = {
  [Key in keyof Shape & string]: Shape[Key] extends string
    ? `${Prefix}${Key}`
    : Leaves<Shape[Key], `${Prefix}${Key}.`>;
}[keyof Shape & string];

type WithoutPlural<Key> = Key extends `${infer Base}_other` ? Base : Key;

export type TextKey<Shape> = WithoutPlural<Leaves<Shape>>;
export type Params = Record<string, string | number | null | undefined>;
export type Translate<Shape> = (key: TextKey<Shape>, params?: Params) => string;

/**
 * Registers one feature's strings, both languages, and answers the hook that reads them.
 * Keys are those of the Chinese file; a test holds the English file to the same keys.
 * Plurals: `x_other` in Chinese, `x_one` and `x_other` in English, asked for as `x` with `count`.
 */
export function defineTexts<Shape extends object>(namespace: string, chinese: Shape, english: object) {
  i18n.addResourceBundle("zh-CN", namespace, chinese);
  i18n.addResourceBundle("en", namespace, english);
  return hookOf<Shape>(namespace);
}

/**
 * The same for a feature with many words: only those of the reader's language are loaded, with the page that shows them
 * (app/routes/page.ts); so no part of a page that is loaded later than its page may have such texts.
 * `loads`: a dynamic import of the file of each language.
 */
export function defineLoadedTexts<Shape extends object>(namespace: string, loads: Loads) {
  addLoads(namespace, loads);
  return hookOf<Shape>(namespace);
}

function hookOf<Shape extends object>(namespace: string) {
  return function useTexts(): Translate<Shape> {
    const { t } = useTranslation(namespace, { i18n });
    return t as unknown as Translate<Shape>;
  };
}

/**
 * For code outside components; the answer does not follow a later change of language.
 * Null when there are no such words. What could not be loaded is asked for again.
 */
export function lookUp(namespace: string, key: string, params?: Params): string | null {
  const found = i18n.t(key, { ns: namespace, defaultValue: "", ...params });
  loadTexts().catch(() => undefined);
  return found === "" ? null : found;
}
