import { useTranslation } from "react-i18next";
import type { RetentionRuleOut } from "@/api/types.gen";
import type { Entity } from "@/features/records/api/entities";
import { filterOf } from "@/features/records/filter";
import type { FilterGroup } from "@/features/records/filter";
import { sentenceOf } from "@/features/records/filterSentence";
import { useOffered } from "@/features/records/useOffered";
import { labelIn } from "@/i18n/labelIn";
import { useRetentionTexts } from "./texts";

export function conditionOf(filter: string): FilterGroup | null {
  if (!filter) return null;
  try {
    return filterOf(JSON.parse(filter));
  } catch {
    return null;
  }
}

type Told = Pick<RetentionRuleOut, "entity" | "field" | "months" | "does" | "filter">;

/** The rule as one sentence. */
export function useRuleSentence(store: string, rule: Told, kinds: Entity[]): string {
  const t = useRetentionTexts();
  const { i18n } = useTranslation();
  const condition = conditionOf(rule.filter);
  const { sentence } = useOffered(store, rule.entity, condition ?? undefined);
  const kind = kinds.find(({ name }) => name === rule.entity);
  const field = kind?.fields.find(({ name }) => name === rule.field);
  const when = rule.field
    ? t("rules.when.field", { field: field ? labelIn(field.label, i18n.language) : rule.field, count: rule.months })
    : t("rules.when.changed", { count: rule.months });
  return t("rules.sentence", {
    kind: kind ? labelIn(kind.label_plural, i18n.language) : rule.entity,
    when,
    where: condition ? t("rules.where", { condition: sentenceOf(condition, sentence) }) : "",
    does: t(`rules.does.${rule.does}`),
  });
}
