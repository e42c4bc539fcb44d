import { defineLoadedTexts } from "@/i18n/defineTexts";
import "@/features/hq/errors/texts";
import type chinese from "./locales/zh-CN.json";

export const useImportsTexts = defineLoadedTexts<typeof chinese>("imports", {
  "zh-CN": () => import("./locales/zh-CN.json"),
  en: () => import("./locales/en.json"),
});
