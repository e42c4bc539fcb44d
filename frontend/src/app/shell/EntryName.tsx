import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import { useShellTexts } from "../texts";
import type { NavEntry } from "./navigation";

/** An entry's words: ours, or those of the store that added it. */
export function EntryName({ label, named }: { label: NavEntry["label"]; named: NavEntry["named"] }) {
  const t = useShellTexts();
  const { i18n } = useTranslation();
  return named ? labelIn(named, i18n.language) : t(label);
}
