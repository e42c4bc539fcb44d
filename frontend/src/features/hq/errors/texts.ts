import { defineTexts } from "@/i18n/defineTexts";
import english from "./locales/en.json";
import chinese from "./locales/zh-CN.json";

/** What headquarters' API refuses, in words with the remedy; joins the translations by which errors are shown. */
export const useHqErrorTexts = defineTexts("errors", chinese, english);
