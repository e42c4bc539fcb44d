import { defineTexts } from "@/i18n/defineTexts";
import english from "./locales/en.json";
import chinese from "./locales/zh-CN.json";

export const useComparisonTexts = defineTexts("modelComparison", chinese, english);
