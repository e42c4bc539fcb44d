"""The forms' word on writes: see catalogue.records.writes.watching, which asks it at every write of an actor."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.steps import Step
from chezhan.catalogue.records.writes import watching
from chezhan.catalogue.records.writes.cleaning import column_of
from chezhan.catalogue.records.writes.refusals import Required
from chezhan.catalogue.sealing import same
from chezhan.engines.forms.plan import FieldPlan, Rule
from chezhan.engines.forms.published import CREATE, EDIT, forms_of
from chezhan.engines.forms.refusals import NotHere, NotShownHere, ReadOnlyHere, RefusedByForm
from chezhan.engines.forms.runtime import Record, Seen, seen_form
from chezhan.engines.forms.schema import attribute_of, is_blank
from chezhan.engines.forms.stepping import seen_in_step
from chezhan.expressions import evaluate
from chezhan.kernel.errors import AppError

Values = Mapping[str, Any]


class FormWatch:
    """One form over the records of one write."""

    def __init__(self, seen: Seen) -> None:
        self.seen, self.plan = seen, seen.plan

    def filled(self, row: Values) -> Values:
        """A new record as it was sent, with the form's defaults for what was not."""
        return {**defaults_of(self.seen, row), **row}

    def concerns(self, names: Collection[str]) -> bool:
        """Whether a change of these fields could be refused."""
        return any(not one.names.isdisjoint(names) for one in self.plan.fields.values())

    def judge(self, draft: Draft, names: Collection[str]) -> dict[str, AppError]:
        """Refusals by field. `names`: of what was sent.

        A change is judged by the rules that hang on what it changes: a record that was against a rule before may still
        be changed elsewhere. Whether a field is read-only is asked of the record as it was, so that nobody unlocks it
        by the same write.
        """
        after = self.seen.record({**draft.current, **draft.wanted})
        before = after if draft.is_new else self.seen.record(draft.current)
        sent = set(names)
        refused: dict[str, AppError] = {}
        for name, plan in self.plan.fields.items():
            if draft.is_new or not plan.names.isdisjoint(sent):
                changed = name in sent and self.is_change(draft, name)
                refusal = self.of_field(plan, before, after, changed=changed)
                if refusal is not None:
                    refused[name] = refusal
        return refused

    def is_change(self, draft: Draft, name: str) -> bool:
        entity = self.seen.view.entity
        attribute = attribute_of(entity, entity.fields[name])
        # A state is moved by verbs: no form keeps them from it but by what it asks for there.
        if name == entity.state or attribute not in draft.wanted:
            return False
        value = draft.wanted[attribute]
        if not draft.is_new:
            return not same(draft.current[attribute], value)
        usual = column_of(self.seen.view, entity.fields[name]).get_default()
        return not is_blank(value) and value != usual

    def of_field(self, plan: FieldPlan, before: Record, after: Record, *, changed: bool) -> AppError | None:
        if plan.name in self.seen.closed:
            return NotHere(params={"field": plan.name}) if changed else None
        value = after.get(plan.name)
        if not plan.is_shown(after):
            # To empty what is not asked for any more is no entry.
            return NotShownHere(params={"field": plan.name}) if changed and not is_blank(value) else None
        if changed and plan.is_read_only(before):
            return ReadOnlyHere(params={"field": plan.name})
        if is_blank(value) and plan.is_required(after):
            return Required(params={"field": plan.name})
        broken = plan.refused(after)
        return refused_by(plan.name, broken[0]) if broken else None


def refused_by(name: str, rule: Rule) -> RefusedByForm:
    zh, en = rule.message.zh or rule.message.en, rule.message.en or rule.message.zh
    return RefusedByForm(en, params={"field": name, "text": en, "text_zh": zh})


def defaults_of(seen: Seen, row: Values) -> dict[str, Any]:
    """What the form puts into a new record, as the API takes it, where `row` says nothing."""
    plan = seen.plan
    found = {name: one.default for name, one in plan.fields.items() if one.default is not None and name not in row}
    waiting = [name for name in plan.order if name not in row]
    if waiting:
        record = seen.record(cleaned(seen.view, {**found, **row}))
        for name in waiting:
            formula = plan.fields[name].formula
            value = as_sent(evaluate(formula.typed, record)) if formula and formula.typed else None
            if value is not None:
                found[name] = value
                record = seen.record(cleaned(seen.view, {**found, **row}))
    return found


def cleaned(view: View, row: Values) -> dict[str, Any]:
    """By attribute; what does not fit is nothing here, and refused where it is written."""
    kept: dict[str, Any] = {}
    for name, value in row.items():
        field = view.sight(name).field
        try:
            kept[attribute_of(view.entity, field)] = field.type.clean(value, field)
        except AppError:
            kept[attribute_of(view.entity, field)] = None
    return kept


def as_sent(value: Any) -> Any:
    """An expression's answer as the API takes it."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else value


@watching.watched_by
def watch(actor: Actor, view: View, new: bool, step: Step | None) -> FormWatch | None:
    if step is not None and step.form is not None:
        return FormWatch(seen_in_step(actor=actor, view=view, step=step, form=step.form))
    if not forms_of(actor.in_store):
        return None
    seen = seen_form(actor=actor, view=view, purpose=CREATE if new else EDIT)
    return None if seen is None else FormWatch(seen)
