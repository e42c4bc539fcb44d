import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useRecordsTexts } from "./texts";
import type { Words } from "./valueText";

export function useWords(): Words {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  return useMemo(() => ({ language: i18n.language, none: t("none"), unnamed: t("unnamed") }), [i18n.language, t]);
}
