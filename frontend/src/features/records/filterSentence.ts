import type { Field, Period } from "./api/entities";
import type { Takes } from "@/api/types.gen";
import type { FilterRule, FilterValue } from "./filter";
import { labelIn } from "@/i18n/labelIn";
import type { useRecordsTexts } from "./texts";
import { valueText } from "@/features/fields/valueText";
import type { Words } from "@/features/fields/valueText";

export type Sentence = { fields: Field[]; periods: Period[]; t: ReturnType<typeof useRecordsTexts>; words: Words };

export function listOf(value: FilterValue): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === null || value === "" ? [] : [String(value)];
}

function valuePart(rule: FilterRule, takes: Takes, field: Field, { periods, t, words }: Sentence): string {
  const parts = listOf(rule.value).map((part) => valueText(part, field, words));
  const [first = words.none, second = words.none] = parts;
  const writers = {
    nothing: () => "",
    one: () => first,
    pair: () => t("joinRange", { from: first, to: second }),
    list: () => parts.join(t("joinList")),
    period: () => {
      const period = periods.find((candidate) => candidate.name === rule.value);
      return period ? labelIn(period.label, words.language) : String(rule.value);
    },
  } satisfies Record<Takes, () => string>;
  return writers[takes]();
}

/** "下单日期 不早于 2023-01-01". A field or relation that is not known is shown by its name. */
export function ruleText(rule: FilterRule, sentence: Sentence): string {
  const field = sentence.fields.find((candidate) => candidate.name === rule.field);
  const operator = field?.operators.find((candidate) => candidate.name === rule.operator);
  if (!field || !operator) return `${rule.field} ${rule.operator} ${listOf(rule.value).join(", ")}`.trim();
  const { language } = sentence.words;
  const parts = [
    labelIn(field.label, language),
    labelIn(operator.label, language),
    valuePart(rule, operator.takes, field, sentence),
  ];
  return parts.filter(Boolean).join(" ");
}
