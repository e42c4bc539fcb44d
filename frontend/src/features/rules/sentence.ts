import { valueText } from "@/features/fields/valueText";
import type { Entity, Field } from "@/features/records/api/entities";
import { sentenceOf } from "@/features/records/filterSentence";
import type { Sentence } from "@/features/records/filterSentence";
import { labelIn } from "@/i18n/labelIn";
import type { Action, Definition, Given, Of, Trigger } from "./definition";
import type { useRuleTexts } from "./texts";

/** What a sentence about rules of one kind of record is made with. `tags`, `templates`, `webhooks`: names by id. */
export type Told = {
  entity: Entity;
  entities: Entity[];
  sentence: Sentence;
  tags: ReadonlyMap<string, string>;
  templates: ReadonlyMap<string, string>;
  webhooks: ReadonlyMap<string, string>;
  roleName: (role: string) => string;
  t: ReturnType<typeof useRuleTexts>;
};
type Tellers<Union extends { kind: string }> = { [Kind in Union["kind"]]: (one: Of<Union, Kind>, told: Told) => string };

function labelOf(name: string, fields: Field[], language: string): string {
  const field = fields.find((one) => one.name === name);
  return field ? labelIn(field.label, language) : name;
}

const kindOf = ({ entity, sentence }: Told) => labelIn(entity.label, sentence.words.language);

const triggerTexts: Tellers<Trigger> = {
  created: (_, told) => told.t("when.created", { kind: kindOf(told) }),
  changed: ({ fields, before, after }, told) => {
    const { t, entity, sentence } = told;
    if (fields.length === 0) return t("when.changedAny", { kind: kindOf(told) });
    const names = fields.map((name) => t("named", { name: labelOf(name, entity.fields, sentence.words.language) })).join(t("or"));
    const field = entity.fields.find(({ name }) => name === fields[0]);
    const value = (one: unknown) => t("valued", { value: field ? valueText(one, field, sentence.words) : String(one) });
    const from = before === null ? "" : t("when.from", { value: value(before) });
    const to = after === null ? "" : t("when.to", { value: value(after) });
    return t("when.changed", { kind: kindOf(told), names, from, to });
  },
  deleted: (_, told) => told.t("when.deleted", { kind: kindOf(told) }),
  restored: (_, told) => told.t("when.restored", { kind: kindOf(told) }),
  due: ({ field, days, side, at, yearly }, told) => {
    const { t, entity, sentence } = told;
    const name = field ? labelOf(field, entity.fields, sentence.words.language) : t("when.someDate");
    const far = days === 0 ? t("when.onDay") : t(`when.${side}`, { count: days });
    return t(yearly ? "when.yearly" : "when.due", { kind: kindOf(told), field: name, far, at });
  },
  time: ({ every, on, at }, { t }) => {
    const days = on.toSorted((one, other) => one - other);
    const named = days.map((day) => (every === "week" ? t(`weekday.${day as 1}`) : t("when.dayOfMonth", { day }))).join(t("comma"));
    return t(`when.every.${every}`, { days: named, at });
  },
  festival: ({ festivals, days, side, at }, { t }) => {
    const named = festivals.map((one) => t(`festival.${one}`)).join(t("comma")) || t("when.someFestival");
    return days === 0 ? t("when.festivalDay", { festivals: named, at }) : t("when.festival", { festivals: named, far: t(`when.${side}`, { count: days }), at });
  },
};

function givenText({ field: name, value, formula }: Given, fields: Field[], { sentence, t }: Told): string {
  const { words } = sentence;
  const label = labelOf(name, fields, words.language);
  if (formula) return t("then.formula", { field: label, formula: formula.trim() });
  const field = fields.find((one) => one.name === name);
  if (value === null || value === undefined) return t("then.empty", { field: label });
  return t("then.value", { field: label, value: field ? valueText(value, field, words) : String(value) });
}

const actionTexts: Tellers<Action> = {
  set: ({ fields }, told) => fields.map((given) => givenText(given, told.entity.fields, told)).join(told.t("and")) || told.t("then.nothing"),
  create: ({ entity, fields }, told) => {
    const there = told.entities.find(({ name }) => name === entity);
    if (!there) return told.t("then.nothing");
    const kind = labelIn(there.label, told.sentence.words.language);
    const values = fields.map((given) => givenText(given, there.fields, told)).join(told.t("and"));
    return told.t(values ? "then.createWith" : "then.create", { kind, values });
  },
  do: ({ verb, fields }, told) => {
    const { words } = told.sentence;
    const known = told.entity.verbs.find(({ name }) => name === verb);
    const values = fields.map((given) => givenText(given, told.entity.fields, told)).join(told.t("and"));
    return told.t(values ? "then.doWith" : "then.do", { verb: known ? labelIn(known.label, words.language) : "…", values });
  },
  assign: ({ to }, { t, sentence }) => t("then.assign", { name: (to && sentence.words.names.get(to)) || t("then.nobody") }),
  share: ({ role, by = [], how, anew }, { t, roleName }) => {
    const what = t(`then.share.${how}${anew ? "Anew" : ""}`, { role: role ? roleName(role) : "…" });
    return by.length > 0 ? t("then.share.by", { what, by: by.map((one) => t(`share.aspect.${one}`)).join(t("then.share.then")) }) : what;
  },
  tag: ({ put, take }, { t, tags }) => {
    const names = (ids: string[]) => ids.map((id) => t("named", { name: tags.get(id) ?? id })).join(t("comma"));
    const parts = [put.length > 0 ? t("then.put", { tags: names(put) }) : "", take.length > 0 ? t("then.take", { tags: names(take) }) : ""];
    return parts.filter(Boolean).join(t("and")) || t("then.nothing");
  },
  task: ({ what, to, to_owner, within, unit }, { t, sentence }) => {
    const named = to && sentence.words.names.get(to);
    const who = to_owner ? (named ? t("then.task.ownerOr", { name: named }) : t("then.task.owner")) : (named ?? t("then.nobody"));
    const due = within > 0 ? t(`then.task.${unit}`, { count: within }) : "";
    return t("then.task.give", { who, what: what || "…", due });
  },
  end_tasks: ({ what, how }, { t }) => t(`then.endTasks.${how}`, { what: what ? t("named", { name: what }) : "" }),
  comment: ({ text }, { t }) => t("then.comment", { text: text || "…" }),
  message: ({ template, to }, { t, templates }) => t(`then.message.${to}`, { name: (template && templates.get(template)) || "…" }),
  webhook: ({ webhook, fields }, { t, webhooks, entity, sentence }) => {
    const names = fields.map((name) => labelOf(name, entity.fields, sentence.words.language)).join(t("comma"));
    return t(names ? "then.webhookWith" : "then.webhook", { name: (webhook && webhooks.get(webhook)) || "…", fields: names });
  },
};

export function triggerText(trigger: Trigger, told: Told): string {
  return (triggerTexts[trigger.kind] as (one: Trigger, told: Told) => string)(trigger, told);
}

export function actionText(action: Action, told: Told): string {
  return (actionTexts[action.kind] as (one: Action, told: Told) => string)(action, told);
}

/** The whole rule: "当新建客户时，如果 城市 等于 杭州，就把“区域”设为“华东”。" */
export function ruleText({ trigger, condition, actions, stop, again_after }: Definition, told: Told): string {
  const { t } = told;
  return t(condition ? "sentence.if" : "sentence.always", {
    when: triggerText(trigger, told),
    if: condition ? sentenceOf(condition, told.sentence) : "",
    what: actions.map((one) => actionText(one, told)).join(t("then.also")) || t("then.nothing"),
    stop: (stop ? t("sentence.stop") : "") + (again_after > 0 ? t("sentence.again", { count: again_after }) : ""),
  });
}
