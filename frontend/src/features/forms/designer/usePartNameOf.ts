import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import { useFormsTexts } from "../texts";
import { partsIn, sectionsIn } from "./layout";
import { fieldOf, useDesigner } from "./useDesigner";

/** What the thing of this id is called: a field, a note, a section or a tab. */
export function usePartNameOf(): (id: string) => string {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const { layout, entity } = useDesigner();
  return (id) => {
    const part = partsIn(layout).find((one) => one.id === id);
    if (part?.kind === "field") {
      const field = fieldOf(entity, part.field);
      return labelIn(part.label, i18n.language) || (field ? labelIn(field.label, i18n.language) : part.field);
    }
    if (part?.kind === "rows") {
      const of = entity.related.find(({ entity: other, via }) => other === part.entity && via === part.via);
      return labelIn(part.label, i18n.language) || (of ? labelIn(of.label, i18n.language) : part.entity);
    }
    if (part) return labelIn(part.text, i18n.language) || t("note");
    const group = sectionsIn(layout).find((one) => one.id === id) ?? layout.tabs.find((one) => one.id === id);
    return (group && labelIn(group.label, i18n.language)) || t("section");
  };
}
