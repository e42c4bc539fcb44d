import { expect, test } from "vitest";
import { chineseWords } from "@/testing/chineseWords";
import { i18n } from "@/i18n/i18n";
import type { Field, Operator } from "./api/entities";
import type { FilterGroup } from "./filter";
import { ruleText, sentenceOf } from "./filterSentence";
import "./texts";
import type { Sentence } from "./filterSentence";

const operator = (name: string, zh: string, takes: Operator["takes"]): Operator => ({ name, label: { zh, en: name }, takes });
type Choice = { value: string; label: { zh: string; en: string } };

/** As much of a field as a sentence needs. */
function field(name: string, zh: string, type: Field["type"], operators: Operator[], choices: Choice[] = []): Field {
  return { name, label: { zh, en: name }, type, choices, operators, settings: {} } as unknown as Field;
}

const more = operator(">", "大于", "one");
const statuses = [
  { value: "draft", label: { zh: "草稿", en: "Draft" } },
  { value: "closed", label: { zh: "已关闭", en: "Closed" } },
];
const fields = [
  field("ordered_on", "下单日期", "date", [operator(">=", "不早于", "one"), operator("during", "在", "period")]),
  field("price", "成交价", "money", [operator("between", "介于", "pair"), operator("null", "为空", "nothing"), more]),
  field("status", "状态", "choice", [operator("in", "是其中之一", "list")], statuses),
  field("customer.name", "客户的姓名", "text", [operator("contains", "包含", "one")]),
  field("customer", "客户", "link", [operator("=", "等于", "one")]),
  field("count:sales_order", "订单的数量", "integer", [more]),
];
const sentence: Sentence = {
  offered: { fields, within: (relation) => (relation === "sales_order" ? { sections: [], fields, within: () => null } : null) },
  periods: [{ name: "this_year", label: { zh: "今年", en: "this year" } }],
  t: i18n.getFixedT("zh-CN", "records") as unknown as Sentence["t"],
  words: { ...chineseWords, names: new Map([["c1", "张伟"]]) },
};
const king = { field: "customer.name", operator: "contains", value: "王" };
const dear = { field: "price", operator: ">", value: "500000" };
const drafts = { field: "status", operator: "in", value: ["draft"] };

test.each([
  [{ field: "ordered_on", operator: ">=", value: "2023-01-01" }, "下单日期 不早于 2023-01-01"],
  [{ field: "ordered_on", operator: "during", value: "this_year" }, "下单日期 在 今年"],
  [{ field: "ordered_on", operator: "during", value: "before_180_days" }, "下单日期 在 180 天以前"],
  [{ field: "price", operator: "between", value: ["100000", "200000"] }, "成交价 介于 ¥100,000.00 至 ¥200,000.00"],
  [{ field: "price", operator: "null", value: null }, "成交价 为空"],
  [{ field: "status", operator: "in", value: ["draft", "closed"] }, "状态 是其中之一 草稿、已关闭"],
  [king, "客户的姓名 包含 “王”"],
  [{ field: "customer", operator: "=", value: "c1" }, "客户 等于 张伟"],
  [{ field: "sales_order", aggregate: "count" as const, operator: ">", value: "2" }, "订单的数量 大于 2"],
  [
    {
      field: "sales_order",
      aggregate: "count" as const,
      period: "this_year",
      where: { combinator: "and" as const, rules: [dear] },
      operator: ">",
      value: "2",
    },
    "订单的数量（今年，其中 成交价 大于 ¥500,000.00）大于 2",
  ],
])("a condition reads as a sentence", (rule, text) => expect(ruleText(rule, sentence)).toBe(text));

test("a field or relation that the catalogue does not know is shown by its name", () => {
  expect(ruleText({ field: "mood", operator: "=", value: "good" }, sentence)).toBe("mood = good");
  expect(ruleText({ field: "price", operator: "near", value: "1" }, sentence)).toBe("price near 1");
});

test.each<[FilterGroup, string]>([
  [{ combinator: "and", rules: [king] }, "客户的姓名 包含 “王”"],
  [
    { combinator: "and", rules: [king, { combinator: "or", rules: [drafts, dear] }] },
    "客户的姓名 包含 “王”，并且（状态 是其中之一 草稿 或 成交价 大于 ¥500,000.00）",
  ],
  [
    { combinator: "or", rules: [king, { combinator: "and", not: true, rules: [drafts, dear] }] },
    "客户的姓名 包含 “王”，或者不满足（状态 是其中之一 草稿 且 成交价 大于 ¥500,000.00）",
  ],
  [{ combinator: "and", not: true, rules: [king, dear] }, "不满足（客户的姓名 包含 “王” 且 成交价 大于 ¥500,000.00）"],
])("a filter reads as one sentence", (group, text) => expect(sentenceOf(group, sentence)).toBe(text));
