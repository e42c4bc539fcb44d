import { defineTexts } from "@/i18n/defineTexts";
import { addLoads } from "@/i18n/i18n";
import english from "./always/locales/en.json";
import chinese from "./always/locales/zh-CN.json";

/** What must be said even when nothing more can be loaded. */
export const useErrorTexts = defineTexts("errors", chinese, english);

// A sentence for each refusal of the server: the heaviest of all texts. Loaded before the first page is shown.
addLoads("errors", {
  "zh-CN": () => import("./locales/zh-CN.json"),
  en: () => import("./locales/en.json"),
});
