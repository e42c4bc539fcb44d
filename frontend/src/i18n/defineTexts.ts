import { useTranslation } from "react-i18next";
import { i18n } from "./i18n";

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

  function useTexts(): Translate<Shape> {
    const { t } = useTranslation(namespace, { i18n });
    return t as unknown as Translate<Shape>;
  }
  return useTexts;
}

/** For code outside components; the answer does not follow a later change of language. */
export function lookUp(namespace: string, key: string, params?: Params): string | null {
  const found = i18n.t(key, { ns: namespace, defaultValue: "", ...params });
  return found === "" ? null : found;
}
