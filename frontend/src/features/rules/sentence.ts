import { valueText } from "@/features/fields/valueText";
import type { Entity, Field } from "@/features/records/api/entities";
import { sentenceOf } from "@/features/records/filterSentence";
import type { Sentence } from "@/features/records/filterSentence";
import { labelIn } from "@/i18n/labelIn";
import type { Action, Definition, Given, Trigger } from "./definition";
import type { useRuleTexts } from "./texts";

/** What a sentence about rules of one kind of record is made with. */
export type Told = { entity: Entity; entities: Entity[]; sentence: Sentence; t: ReturnType<typeof useRuleTexts> };

function labelOf(name: string, fields: Field[], language: string): string {
  const field = fields.find((one) => one.name === name);
  return field ? labelIn(field.label, language) : name;
}

export function triggerText(trigger: Trigger, { entity, sentence, t }: Told): string {
  const { words } = sentence;
  const kind = labelIn(entity.label, words.language);
  const say = {
    created: () => t("when.created", { kind }),
    changed: (one: Extract<Trigger, { kind: "changed" }>) => {
      if (one.fields.length === 0) return t("when.changedAny", { kind });
      const names = one.fields.map((name) => t("named", { name: labelOf(name, entity.fields, words.language) })).join(t("or"));
      const field = entity.fields.find(({ name }) => name === one.fields[0]);
      const told = (value: unknown) => t("valued", { value: field ? valueText(value, field, words) : String(value) });
      const from = one.before === null ? "" : t("when.from", { value: told(one.before) });
      const to = one.after === null ? "" : t("when.to", { value: told(one.after) });
      return t("when.changed", { kind, names, from, to });
    },
  };
  return (say[trigger.kind] as (one: Trigger) => string)(trigger);
}

function givenText({ field: name, value, formula }: Given, fields: Field[], { sentence, t }: Told): string {
  const { words } = sentence;
  const label = labelOf(name, fields, words.language);
  if (formula) return t("then.formula", { field: label, formula: formula.trim() });
  const field = fields.find((one) => one.name === name);
  if (value === null || value === undefined) return t("then.empty", { field: label });
  return t("then.value", { field: label, value: field ? valueText(value, field, words) : String(value) });
}

export function actionText(action: Action, told: Told): string {
  const { t, entity } = told;
  const list = (parts: string[]) => (parts.length > 0 ? parts.join(t("and")) : t("then.nothing"));
  const say = {
    set: (one: Extract<Action, { kind: "set" }>) => list(one.fields.map((given) => givenText(given, entity.fields, told))),
  };
  return (say[action.kind] as (one: Action) => string)(action);
}

/** The whole rule: "当新建客户时，如果 城市 是 杭州，就把“区域”设为“华东”。" */
export function ruleText({ trigger, condition, actions, stop }: Definition, told: Told): string {
  const { t } = told;
  return t(condition ? "sentence.if" : "sentence.always", {
    when: triggerText(trigger, told),
    if: condition ? sentenceOf(condition, told.sentence) : "",
    what: actions.map((one) => actionText(one, told)).join(t("then.also")) || t("then.nothing"),
    stop: stop ? t("sentence.stop") : "",
  });
}
