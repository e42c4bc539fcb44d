import { defineTexts } from "@/i18n/defineTexts";
import english from "./locales/en.json";
import chinese from "./locales/zh-CN.json";

/** Words shared by every page: buttons, states, units. */
export const useCommonTexts = defineTexts("common", chinese, english);
