import chinese from "@/features/fields/locales/zh-CN.json";
import type { Words } from "@/features/fields/valueText";

/** The words that values are read with, in Chinese, for tests. */
export const chineseWords: Words = {
  language: "zh-CN",
  none: chinese.none,
  unnamed: chinese.unnamed,
  yes: chinese.yes,
  no: chinese.no,
  somebody: chinese.person.other,
  someStore: chinese.otherStore,
  names: new Map(),
};
