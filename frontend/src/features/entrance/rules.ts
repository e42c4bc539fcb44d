import { identityOf } from "./identity";
import type { useEntranceTexts } from "./texts";

type Texts = ReturnType<typeof useEntranceTexts>;

/** What each field of the entrance must hold, said in the reader's language. */
export function entranceRules(t: Texts) {
  return {
    identity: (text: string) => {
      if (!text.trim()) return t("field.identityMissing");
      return identityOf(text) ? null : t("field.identityWrong");
    },
    password: (text: string) => (text ? null : t("field.passwordMissing")),
    newPassword: (text: string) => {
      if (!text) return t("field.passwordMissing");
      if (text.length < 8) return t("field.passwordShort");
      return /\D/.test(text) ? null : t("field.passwordDigits");
    },
    name: (text: string) => (text.trim() ? null : t("field.nameMissing")),
    code: (text: string) => (text.trim() ? null : t("field.codeMissing")),
  };
}
