"""Rules by the clock: what is due is put down in sets by the database, and done from there; once, and nothing is lost.

A row of StoreWork in `public` says when a rule is due next, so that nobody looks into a thousand stores. It is moved on
only when all that was due is done; killed before, the same day is gone through again, and finds its rows there.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from uuid import UUID

import orjson
from django.db import transaction
from django.db.models import Q, QuerySet

from chezhan.access import Actor
from chezhan.catalogue.records.filters import compile_filter, within_reason
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import Statement, execute_as
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.engines.rules.acting import actor_of
from chezhan.engines.rules.definition import RuleDefinition, WhenDue, WhenTime
from chezhan.engines.rules.models import RuleRun
from chezhan.engines.rules.published import Published, rules_of
from chezhan.engines.rules.running import AT_ONCE, Occasion, run_rule
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import AppError
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

KIND = "rule_clock"
# A day that was missed is made up for that long: nobody wants a reminder of a month ago.
MADE_UP = 7
DUE = """
INSERT INTO rule_run (id, rule_id, number, record_id, occurrence, at, outcome, code, effect)
SELECT gen_random_uuid(), %s, %s, s.id, %s, %s, 'waiting', '', '{{}}' FROM ({sql}) s
ON CONFLICT (rule_id, record_id, occurrence) DO NOTHING
"""


def next_time(trigger: WhenDue | WhenTime, *, after: dt.datetime) -> dt.datetime:
    """The first moment after that at which the rule is due, as an instant."""
    day = after.astimezone(SHANGHAI).date()
    while True:
        at = moment_of(trigger, day)
        if at > after and falls_on(trigger, day):
            return at
        day += dt.timedelta(days=1)


def moment_of(trigger: WhenDue | WhenTime, day: dt.date) -> dt.datetime:
    hour, minute = (int(part) for part in trigger.at.split(":"))
    return dt.datetime.combine(day, dt.time(hour, minute), SHANGHAI).astimezone(dt.UTC)


def falls_on(trigger: WhenDue | WhenTime, day: dt.date) -> bool:
    if isinstance(trigger, WhenDue) or trigger.every == "day":
        return True
    if trigger.every == "week":
        return day.isoweekday() in trigger.on
    last = calendar.monthrange(day.year, day.month)[1]
    return day.day in trigger.on or (day.day == last and any(one > last for one in trigger.on))


def due_days(trigger: WhenDue | WhenTime, *, since: dt.datetime, now: dt.datetime) -> list[dt.date]:
    """The days whose moment lies in [since, now]. A rule of plain times is followed once for all that it missed."""
    today = now.astimezone(SHANGHAI).date()
    days = [today - dt.timedelta(days=back) for back in range(MADE_UP - 1, -1, -1)]
    found = [day for day in days if falls_on(trigger, day) and since <= moment_of(trigger, day) <= now]
    return found if isinstance(trigger, WhenDue) else found[-1:]


def strike(*, store: StoreRef, rule_id: UUID, since: dt.datetime, now: dt.datetime) -> Published | None:
    """Do all that the rule has due. Answers the rule; None when there is none to follow by the clock any more."""
    with acting_as(None, reason="task:rules"), tenant_context(store):
        rule = next((one for one in rules_of(store) if one.rule_id == rule_id), None)
        if rule is None or not isinstance(rule.definition.trigger, WhenDue | WhenTime):
            return None
        put_down(store=store, rule=rule, days=due_days(rule.definition.trigger, since=since, now=now))
    while follow(store=store, rule=rule):
        pass
    return rule


def put_down(*, store: StoreRef, rule: Published, days: list[dt.date]) -> int:
    """In the store's transaction, one statement a day; answers how many are new."""
    try:
        actor = actor_of(rule, store=store)
        view = view_of(actor, rule.entity)
        return sum(_put_down(actor, view, rule, day) for day in days)
    except AppError:
        # Its publisher left, or what it names is gone: the list of rules says so.
        return 0


def _put_down(actor: Actor, view: View, rule: Published, day: dt.date) -> int:
    rows = due_on(view=view, definition=rule.definition, day=day).order_by().values("id")
    sql, params = rows.query.sql_with_params()
    head = (rule.rule_id, rule.number, day, clock.now())
    with transaction.atomic(), within_reason(rule.definition.filter):
        return execute_as(Statement(DUE.format(sql=sql), (*head, *params)), person_id=actor.person_id)


def due_on(*, view: View, definition: RuleDefinition, day: dt.date) -> QuerySet:
    """The records that the rule is for on that day. Raises what filters refuse."""
    rows = view.seen().filter(compile_filter(text=definition.filter, today=day, view=view))
    trigger = definition.trigger
    return rows.filter(dated(view=view, trigger=trigger, day=day)) if isinstance(trigger, WhenDue) else rows


def dated(*, view: View, trigger: WhenDue, day: dt.date) -> Q:
    """Those whose field says the day that is so many days away. Raises UnknownField."""
    there = day + dt.timedelta(days=trigger.days if trigger.side == "before" else -trigger.days)
    if not trigger.yearly:
        text = {"combinator": "and", "rules": [{"field": trigger.field, "operator": "=", "value": there.isoformat()}]}
        return compile_filter(text=orjson.dumps(text).decode(), today=day, view=view)
    sight = view.sight(trigger.field)
    days = {
        there,
        *([dt.date(2000, 2, 29)] if (there.month, there.day) == (2, 28) and not calendar.isleap(there.year) else []),
    }
    found = Q()
    for one in days:
        found |= Q(**{f"{sight.column}__month": one.month, f"{sight.column}__day": one.day})
    return sight.read.only(found)


def view_of(actor: Actor, entity: str) -> View:
    """Raises UnknownEntity, Forbidden."""
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    return View(viewer, kind)


def follow(*, store: StoreRef, rule: Published) -> bool:
    """A batch of what waits, in a transaction of its own. Answers whether there was any."""
    with acting_as(None, reason="task:rules"), tenant_context(store):
        waiting = RuleRun.objects.filter(rule_id=rule.rule_id, outcome=RuleRun.Outcome.WAITING).order_by("id")
        batch = list(waiting.select_for_update(skip_locked=True)[:AT_ONCE])
        for part in _alone(batch):
            run_rule(store=store, rule=rule, occasions=part)
        return bool(batch)


def _alone(batch: list[RuleRun]) -> Iterator[list[Occasion]]:
    """Each record once in a part: one may have been due on several days that were missed."""
    left = [Occasion(record_id=one.record_id, run_id=one.id) for one in batch]
    while left:
        first: dict[UUID, Occasion] = {}
        for one in left:
            first.setdefault(one.record_id, one)
        yield list(first.values())
        left = [one for one in left if first[one.record_id] is not one]
