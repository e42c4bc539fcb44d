import { defineTexts } from "@/i18n/defineTexts";
import "@/features/hq/errors/texts";
import english from "./locales/en.json";
import chinese from "./locales/zh-CN.json";

export const useImportsTexts = defineTexts("imports", chinese, english);
