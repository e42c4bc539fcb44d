import type { Field, Period } from "./api/entities";
import type { Takes } from "@/api/types.gen";
import { isGroup, keyOf } from "./filter";
import type { FilterGroup, FilterPart, FilterRule, FilterValue } from "./filter";
import { labelIn } from "@/i18n/labelIn";
import type { Offered } from "./offered";
import { periodText } from "./period";
import type { useRecordsTexts } from "./texts";
import { valueText } from "@/features/fields/valueText";
import type { Words } from "@/features/fields/valueText";

export type Sentence = {
  offered: Pick<Offered, "fields" | "within">;
  periods: Period[];
  t: ReturnType<typeof useRecordsTexts>;
  words: Words;
};

export function listOf(value: FilterValue): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === null || value === "" ? [] : [String(value)];
}

const periodIn = (name: unknown, { periods, words, t }: Sentence) => periodText(String(name), periods, words.language, t);

function valuePart(rule: FilterRule, takes: Takes, field: Field, sentence: Sentence): string {
  const { t, words, offered } = sentence;
  if (rule.valueSource === "field") {
    const others = listOf(rule.value).map((name) => offered.fields.find((one) => one.name === name)?.label ?? { zh: name, en: name });
    return others.map((label) => labelIn(label, words.language)).join(t("joinList"));
  }
  // What is looked for in a link's title is a text; the record that is meant goes by its name.
  const read = (part: string) => (field.type === "link" && takes === "one" ? (words.names.get(part) ?? part) : valueText(part, field, words));
  const parts = listOf(rule.value).map(read);
  const [first = words.none, second = words.none] = parts;
  const writers = {
    nothing: () => "",
    one: () => (searching.has(rule.operator) ? t("quoted", { text: first }) : first),
    pair: () => t("joinRange", { from: first, to: second }),
    list: () => parts.join(t("joinList")),
    period: () => periodIn(rule.value, sentence),
  } satisfies Record<Takes, () => string>;
  return writers[takes]();
}

const searching = new Set(["contains", "doesNotContain", "beginsWith", "endsWith"]);

/** "（近一年，其中 状态 是 已交付）", of a count or a sum. */
function narrowing(rule: FilterRule, sentence: Sentence): string {
  const within = rule.where && { ...sentence, offered: sentence.offered.within(rule.field) ?? { fields: [], within: () => null } };
  const parts = [
    rule.period ? periodIn(rule.period, sentence) : "",
    rule.where && within ? sentence.t("filter.where", { text: groupText(rule.where, within) }) : "",
  ].filter(Boolean);
  return parts.length > 0 ? sentence.t("filter.aside", { text: parts.join(sentence.t("filter.comma")) }) : "";
}

/** "下单日期 不早于 2023-01-01". A field or relation that is not known is shown by its name. */
export function ruleText(rule: FilterRule, sentence: Sentence): string {
  const field = sentence.offered.fields.find((candidate) => candidate.name === keyOf(rule));
  const operator = field?.operators.find((candidate) => candidate.name === rule.operator);
  if (!field || !operator) return `${keyOf(rule)} ${rule.operator} ${listOf(rule.value).join(", ")}`.trim();
  const { language } = sentence.words;
  const parts = [
    labelIn(field.label, language) + narrowing(rule, sentence),
    labelIn(operator.label, language),
    valuePart(rule, operator.takes, field, sentence),
  ];
  return parts.filter(Boolean).join(" ").replace("） ", "）");
}

/** A rule, or a group of them: "渠道 是 展厅 或 年收入 大于 50 万". */
export function partText(part: FilterPart, sentence: Sentence): string {
  return isGroup(part) ? groupText(part, sentence) : ruleText(part, sentence);
}

function groupText(group: FilterGroup, sentence: Sentence): string {
  const { t } = sentence;
  const parts = group.rules.map((part) => {
    const text = partText(part, sentence);
    return isGroup(part) && part.rules.length > 1 && !part.not && group.rules.length > 1 ? t("filter.aside", { text }) : text;
  });
  const text = parts.join(t("filter.joined", { word: t(`filter.${group.combinator}`) }));
  return group.not ? t("filter.notOf", { text }) : text;
}

/** The whole filter in one sentence: "客户名称 包含“王”，并且（渠道 是 展厅 或 年收入 大于 50 万）". */
export function sentenceOf(group: FilterGroup, sentence: Sentence): string {
  if (group.not || group.rules.length === 1) return groupText(group, sentence);
  const { t } = sentence;
  return group.rules
    .map((part) => (isGroup(part) && part.rules.length > 1 && !part.not ? t("filter.aside", { text: partText(part, sentence) }) : partText(part, sentence)))
    .join(t(`filter.along.${group.combinator}`));
}
