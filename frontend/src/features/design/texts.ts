import { defineLoadedTexts } from "@/i18n/defineTexts";
import type chinese from "./locales/zh-CN.json";

export const useDesignTexts = defineLoadedTexts<typeof chinese>("design", {
  "zh-CN": () => import("./locales/zh-CN.json"),
  en: () => import("./locales/en.json"),
});
