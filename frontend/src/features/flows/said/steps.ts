import type { FilterGroup } from "@/features/records/filter";
import { sentenceOf } from "@/features/records/filterSentence";
import { actionText, triggerText } from "@/features/rules/sentence";
import type { FlowNode, Kind, NodeOf, Of, Start, Until, Who } from "../drawn/nodes";
import { conditionOf } from "../drawn/sent";
import { entityLabel, fieldLabel } from "./telling";
import type { Telling } from "./telling";
import { several, spanText, whomText } from "./who";

const said = (group: FilterGroup, { told }: Telling) => sentenceOf(group, told.sentence);

export function conditionText(kept: Record<string, unknown>, telling: Telling): string {
  const group = conditionOf(kept);
  return group ? said(group, telling) : "";
}

function startText(trigger: Start, telling: Telling): string {
  const { t, told } = telling;
  switch (trigger.kind) {
    case "button": {
      const roles = trigger.roles.map((role) => telling.roles.get(role) ?? role).join(t("or"));
      return roles ? t("start.byRoles", { roles }) : t("start.byAnybody");
    }
    case "api":
      return t("start.byApi");
    case "form":
      return t("start.byForm", { form: (trigger.form && telling.forms.get(trigger.form)) || t("start.someForm") });
    default:
      return t("start.by", { when: triggerText(trigger, told).trim() });
  }
}

const untilTexts = {
  time: ({ after, unit, working }, telling) => telling.t("until.time", { span: spanText(after, unit, working, telling) }),
  date: ({ field, days, side, at }, telling) => {
    const { t } = telling;
    const far = days === 0 ? t("until.onDay") : t(`until.${side}`, { count: days });
    return t("until.date", { field: field ? fieldLabel(field, telling) : t("until.someDate"), far, at });
  },
  record: (until, telling) => {
    const { t } = telling;
    const names = until.fields.map((name) => t("named", { name: fieldLabel(name, telling) })).join(t("or"));
    const condition = conditionText(until.condition, telling);
    const what = names ? t(condition ? "until.changesAnd" : "until.changes", { names, condition }) : condition || t("until.something");
    const most = until.after > 0 ? t("until.most", { span: spanText(until.after, until.unit, until.working, telling) }) : "";
    const least = most && until.not_before ? t("until.least", { field: fieldLabel(until.not_before, telling) }) : "";
    return t("until.record", { what, most: most + least });
  },
} satisfies { [One in Until["kind"]]: (until: Of<Until, One>, telling: Telling) => string };

function onlyFor(condition: Record<string, unknown>, telling: Telling): string {
  const text = conditionText(condition, telling);
  return text ? telling.t("start.only", { condition: text }) : "";
}

function insteadText(whom: Who[], telling: Telling): string {
  return whom.length > 0 ? telling.t("who.instead", { who: whomText(whom, telling) }) : "";
}

function doneText(condition: Record<string, unknown>, telling: Telling): string {
  const text = conditionText(condition, telling);
  return text ? telling.t("task.doneWhen", { condition: text }) : "";
}

const texts = {
  start: ({ trigger, condition }, telling) => startText(trigger, telling) + onlyFor(condition, telling),
  approval: ({ who, otherwise, mode, percent }, telling) =>
    telling.t(several(who) ? `approval.${mode}` : "approval.alone", { who: whomText(who, telling), percent }) + insteadText(otherwise, telling),
  task: ({ who, otherwise, mode, done_when }, telling) =>
    telling.t(several(who) ? `task.${mode}` : "task.alone", { who: whomText(who, telling) }) + insteadText(otherwise, telling) + doneText(done_when, telling),
  copy: ({ who }, telling) => telling.t("copying.text", { who: whomText(who, telling) }),
  condition: ({ branches }, telling) => {
    const first = branches[0] && conditionText(branches[0].condition, telling);
    return first ? telling.t(branches.length > 1 ? "branch.several" : "branch.one", { condition: first, count: branches.length + 1 }) : telling.t("branch.none");
  },
  parallel: (_, { t }) => t("side.text"),
  join: ({ need }, { t }) => (need > 0 ? t("join.some", { count: need }) : t("join.all")),
  wait: ({ until }, telling) => (untilTexts[until.kind] as (until: Until, telling: Telling) => string)(until, telling),
  action: ({ actions }, { told, t }) => actions.map((one) => actionText(one, told)).join(t("comma")) || t("action.none"),
  subflow: ({ flow, each }, telling) => {
    const { t } = telling;
    const name = (flow && telling.flows.get(flow)) || t("subflow.some");
    return each ? t("subflow.each", { name, kind: entityLabel(each, telling) }) : t("subflow.one", { name });
  },
  end: ({ outcome, all }, { t }) => t(`end.${outcome}`) + (all ? t("end.all") : ""),
} satisfies { [One in Kind]: (node: NodeOf<One>, telling: Telling) => string };

/** What a step does, without where it leads: "由店长审批". */
export function stepText(node: FlowNode, telling: Telling): string {
  return (texts[node.kind] as (node: FlowNode, telling: Telling) => string)(node, telling);
}
