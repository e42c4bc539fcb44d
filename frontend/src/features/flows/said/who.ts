import type { Asking, Deadline, Of, Unit, Who } from "../drawn/nodes";
import { fieldLabel } from "./telling";
import type { Telling } from "./telling";

const most = 3;

function listed(ids: string[], names: ReadonlyMap<string, string>, { t }: Telling): string {
  const known = ids.map((id) => names.get(id) ?? t("who.gone"));
  const first = known.slice(0, most).join(t("comma"));
  return known.length > most ? t("who.more", { names: first, count: known.length }) : first;
}

const whoTexts = {
  persons: ({ people }, telling) => listed(people, telling.people, telling),
  roles: ({ roles }, telling) => listed(roles, telling.roles, telling),
  field: ({ field }, telling) => (field ? telling.t("who.of.field", { field: fieldLabel(field, telling) }) : ""),
  starter: (_, { t }) => t("who.of.starter"),
  manager: ({ of, field }, telling) =>
    of === "starter" ? telling.t("who.of.manager") : field ? telling.t("who.of.managerOf", { field: fieldLabel(field, telling) }) : "",
  formula: ({ formula }, { t }) => (formula.trim() ? t("who.of.formula") : ""),
} satisfies { [One in Who["kind"]]: (who: Of<Who, One>, telling: Telling) => string };

export function whomText(whom: Who[], telling: Telling): string {
  const parts = whom.map((one) => (whoTexts[one.kind] as (who: Who, telling: Telling) => string)(one, telling));
  return parts.filter(Boolean).join(telling.t("comma")) || telling.t("who.nobody");
}

/** Whether it may be several people: else how they agree needs no word. */
export function several(whom: Who[]): boolean {
  return whom.length > 1 || whom.some((one) => (one.kind === "persons" ? one.people.length > 1 : one.kind === "roles" || one.kind === "formula"));
}

export function spanText(after: number, unit: Unit, working: boolean, { t }: Pick<Telling, "t">): string {
  const span = t(`span.${unit}`, { count: after });
  return working ? t("span.working", { span }) : span;
}

export function deadlineText({ after, unit, working, then, to }: Deadline, telling: Telling): string {
  const { t } = telling;
  return t("deadline.text", { span: spanText(after, unit, working, telling), what: t(`deadline.then.${then}`, { who: whomText(to, telling) }) });
}

export function deadlinesText({ deadlines }: Pick<Asking, "deadlines">, telling: Telling): string {
  return deadlines.map((one) => deadlineText(one, telling)).join(telling.t("semicolon"));
}
