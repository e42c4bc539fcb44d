"""What is wrong with an occasion, asked with the rights of who would have it waited for."""

from chezhan.catalogue.occasions.concerning import as_kept, comparable
from chezhan.catalogue.occasions.dates import dated
from chezhan.catalogue.occasions.triggers import Trigger, WhenChanged, WhenDue, WhenFestival, WhenTime
from chezhan.catalogue.problems import Problem, problem_of
from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.types import FieldRefused
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError


def problems_of_trigger(*, view: View, trigger: Trigger) -> list[Problem]:
    """At the place "trigger"."""
    if isinstance(trigger, WhenDue):
        return _of_date(view, trigger)
    if isinstance(trigger, WhenFestival):
        return [] if trigger.festivals else [Problem("trigger", "trigger_no_festival")]
    if isinstance(trigger, WhenTime) and trigger.every != "day":
        most = 7 if trigger.every == "week" else 31
        return [] if trigger.on and max(trigger.on) <= most else [Problem("trigger", "trigger_no_day")]
    return _of_change(view, trigger) if isinstance(trigger, WhenChanged) else []


def _of_change(view: View, trigger: WhenChanged) -> list[Problem]:
    found = []
    for name in trigger.fields:
        try:
            sight = view.sight(name)
            if sight.field.formula or "__" in sight.field.column:
                found.append(Problem("trigger", "trigger_field_computed", {"field": name}))
        except AppError as error:
            found.append(problem_of("trigger", error))
    told = [value for value in (trigger.before, trigger.after) if value is not None]
    if found or not told:
        return found
    if len(trigger.fields) != 1:
        return [Problem("trigger", "trigger_one_field")]
    known = view.sight(trigger.fields[0])
    if not comparable(known.field) or known.read.never:
        return [Problem("trigger", "trigger_field_unfit", {"field": known.field.name})]
    for value in told:
        try:
            as_kept(known.field, value)
        except (AppError, FieldRefused):
            found.append(Problem("trigger", "trigger_value_unfit", {"field": known.field.name}))
    return found


def _of_date(view: View, trigger: WhenDue) -> list[Problem]:
    if not trigger.field:
        return [Problem("trigger", "trigger_no_date", {"field": ""})]
    try:
        sight = view.sight(trigger.field)
        if sight.field.type.name not in (("date",) if trigger.yearly else ("date", "datetime")):
            return [Problem("trigger", "trigger_no_date", {"field": trigger.field})]
        if sight.read.never:
            return [Problem("trigger", "trigger_field_unread", {"field": trigger.field})]
        dated(view=view, trigger=trigger, day=clock.today())
    except AppError as error:
        return [problem_of("trigger", error)]
    return []


def problems_of_condition(*, view: View, text: str) -> list[Problem]:
    """At the place "condition"."""
    try:
        compile_filter(text=text, today=clock.today(), view=view)
    except AppError as error:
        return [problem_of("condition", error)]
    return []
