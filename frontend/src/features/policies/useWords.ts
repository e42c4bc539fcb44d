import { useTranslation } from "react-i18next";
import type { LabelOut, PolicyShape, RightShape, RowsShape } from "@/api/types.gen";
import { useRoleName } from "@/features/roles/useRoleName";
import type { TextKey } from "@/i18n/defineTexts";
import type texts from "./locales/zh-CN.json";
import { usePolicyTexts } from "./texts";
import { useConditionText } from "./useConditionText";

/** Rights, scopes, actions, roles and labels in the reader's language. */
export function usePolicyWords() {
  const t = usePolicyTexts();
  const roleName = useRoleName();
  const { i18n } = useTranslation();
  const conditionText = useConditionText();
  const say = (key: string, params?: Record<string, string | number>) => t(key as TextKey<typeof texts>, params);
  const label = ({ zh, en }: LabelOut) => (i18n.language === "en" ? en : zh);
  const right = (name: RightShape["right"]) => say(`right.${name}`);
  return {
    t,
    label,
    right,
    /** Of a condition its sentence, where the kind of record is known. */
    reach: (rows: RowsShape, entity?: string) => {
      const text = rows.reach === "predicate" && entity ? conditionText(entity, rows.predicate) : "";
      return text ? t("reachMet", { text }) : say(`reach.${rows.reach}`);
    },
    action: (name: string) => say(`action.${name}`),
    role: (role: { key: string; label: LabelOut | null }) => (role.label ? label(role.label) : roleName(role.key)),
    /** "read; of one's own: write" */
    rightText: ({ right: name, own }: RightShape) =>
      own && own !== name ? t("rightAndOwn", { right: right(name), own: right(own) }) : right(name),
    actionsText: (policy: PolicyShape) => t("actionCount", { count: policy.actions?.length ?? 0 }),
    say,
  };
}
