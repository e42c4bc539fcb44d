import { defineTexts } from "@/i18n/defineTexts";
import english from "./locales/en.json";
import chinese from "./locales/zh-CN.json";

/** Why a value does not fit its field, found here or told by the server; joins the translations of errors. */
export const useFieldErrorTexts = defineTexts("errors", chinese, english);
