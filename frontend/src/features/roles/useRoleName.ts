import { useTranslation } from "react-i18next";
import { useRoleTexts } from "./texts";
import type roles from "./locales/zh-CN.json";

type Label = { zh: string; en: string };

/** Answers the function that names a role in the reader's language; `label`: of a role that a store made itself. */
export function useRoleName(): (role: string, label?: Label | null) => string {
  const t = useRoleTexts();
  const { i18n } = useTranslation();
  return (role, label) => (label ? (i18n.language === "en" ? label.en : label.zh) : t(role as keyof typeof roles));
}
