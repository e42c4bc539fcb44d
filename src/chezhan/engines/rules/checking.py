"""What keeps a rule from being put into force, asked with the rights of who would publish it."""

from dataclasses import dataclass, field
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.types import FieldRefused
from chezhan.engines.rules.actions.registry import action_kind
from chezhan.engines.rules.clockwork import dated
from chezhan.engines.rules.conditions import as_kept, comparable
from chezhan.engines.rules.definition import RuleDefinition, WhenChanged, WhenDue, WhenTime
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError


@dataclass(frozen=True, slots=True)
class Problem:
    """`where`: trigger, condition, actions, or actions.<number>; `code` and `params`: of the refusal."""

    where: str
    code: str
    params: dict[str, Any] = field(default_factory=dict)


def problems_of(*, actor: Actor, entity: str, definition: RuleDefinition) -> list[Problem]:
    """Raises UnknownEntity, Forbidden for a kind of record that the actor does not see."""
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    view = View(viewer, kind)
    found = _of_trigger(view, definition)
    try:
        compile_filter(text=definition.filter, today=clock.today(), view=view)
    except AppError as error:
        found.append(_problem("condition", error))
    if not definition.actions:
        found.append(Problem("actions", "rule_without_action"))
    for number, action in enumerate(definition.actions):
        problems = action_kind(action.kind).problems(actor=actor, view=view, action=action)
        found += [_problem(f"actions.{number}", error) for error in problems]
    return found


def _of_trigger(view: View, definition: RuleDefinition) -> list[Problem]:
    trigger = definition.trigger
    if isinstance(trigger, WhenDue):
        return _of_date(view, trigger)
    if isinstance(trigger, WhenTime) and trigger.every != "day":
        most = 7 if trigger.every == "week" else 31
        return [] if trigger.on and max(trigger.on) <= most else [Problem("trigger", "rule_no_day")]
    return _of_change(view, trigger) if isinstance(trigger, WhenChanged) else []


def _of_change(view: View, trigger: WhenChanged) -> list[Problem]:
    found = []
    for name in trigger.fields:
        try:
            sight = view.sight(name)
            if sight.field.formula or "__" in sight.field.column:
                found.append(Problem("trigger", "rule_field_computed", {"field": name}))
        except AppError as error:
            found.append(_problem("trigger", error))
    told = [value for value in (trigger.before, trigger.after) if value is not None]
    if found or not told:
        return found
    if len(trigger.fields) != 1:
        return [Problem("trigger", "rule_one_field")]
    known = view.sight(trigger.fields[0])
    if not comparable(known.field) or known.read.never:
        return [Problem("trigger", "rule_field_unfit", {"field": known.field.name})]
    for value in told:
        try:
            as_kept(known.field, value)
        except (AppError, FieldRefused):
            found.append(Problem("trigger", "rule_value_unfit", {"field": known.field.name}))
    return found


def _of_date(view: View, trigger: WhenDue) -> list[Problem]:
    if not trigger.field:
        return [Problem("trigger", "rule_no_date", {"field": ""})]
    try:
        sight = view.sight(trigger.field)
        if sight.field.type.name not in (("date",) if trigger.yearly else ("date", "datetime")):
            return [Problem("trigger", "rule_no_date", {"field": trigger.field})]
        if sight.read.never:
            return [Problem("trigger", "rule_field_unread", {"field": trigger.field})]
        dated(view=view, trigger=trigger, day=clock.today())
    except AppError as error:
        return [_problem("trigger", error)]
    return []


def _problem(where: str, error: AppError) -> Problem:
    return Problem(where, error.code, error.params)
