import { lookUp } from "@/i18n/defineTexts";
import { useSourceTexts } from "./texts";

const fields = ["contact_name", "phone", "brand", "series", "region", "budget", "campaign", "need"] as const;

/** Answers a function from codes by field to words. */
export function useWhyRefused(): (reasons: Record<string, string>) => string {
  const t = useSourceTexts();
  return (reasons) =>
    Object.entries(reasons)
      .map(([name, code]) => {
        const text = lookUp("errors", code, {}) ?? code;
        const field = fields.find((one) => one === name);
        return field ? t("reason", { field: t(`field.${field}`), text }) : text;
      })
      .join(" ");
}
