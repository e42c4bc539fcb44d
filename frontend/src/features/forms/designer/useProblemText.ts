import { useTranslation } from "react-i18next";
import { useRoleName } from "@/features/roles/useRoleName";
import { lookUp } from "@/i18n/defineTexts";
import type { Problem } from "../api/designs";
import { useFormsTexts } from "../texts";
import { usePartNameOf } from "./usePartNameOf";

type Words = Record<string, string | number>;

/** A problem in words: where it is, then what it is. */
export function useProblemText(): (problem: Problem) => string {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const roleName = useRoleName();
  const nameOf = usePartNameOf();
  return ({ code, part, place, params }) => {
    const told = params as Words;
    const label = i18n.language === "en" ? told.label : told.label_zh;
    const words: Words = { ...told, label: label ?? told.field ?? "", role: told.role ? roleName(String(told.role)) : "" };
    const own = lookUp("forms", `problem.${code}`, words);
    const text = own ?? lookUp("errors", code, words) ?? code;
    const where = place ? t(`place.${place as "show_when"}`) : "";
    return part ? t("problemAt", { name: nameOf(part), place: where, text }) : text;
  };
}
