import { addLoads } from "@/i18n/i18n";

// Why a value does not fit its field, found here or told by the server; joins the translations of errors.
addLoads("errors", {
  "zh-CN": () => import("./locales/zh-CN.json"),
  en: () => import("./locales/en.json"),
});
