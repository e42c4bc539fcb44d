import { useTranslation } from "react-i18next";
import type { Text } from "@/api/types.gen";

/** The server sends some sentences in both languages; this picks the reader's. */
export function useText(): (text: Text) => string {
  const english = useTranslation().i18n.language === "en";
  return (text) => (english ? text.en : text.zh);
}
