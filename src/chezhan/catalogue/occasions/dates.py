"""What is due by the clock: the days, and the records whose date comes near."""

import calendar
import datetime as dt

import orjson
from django.db.models import Q, QuerySet

from chezhan.access import Actor
from chezhan.catalogue.occasions.festivals import KNOWN, festivals_on
from chezhan.catalogue.occasions.triggers import Trigger, WhenDue, WhenFestival, WhenTime
from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel.clock import SHANGHAI

ByClock = WhenDue | WhenTime | WhenFestival
# A day that was missed is made up for that long: nobody wants a reminder of a month ago.
MADE_UP = 7


def next_time(trigger: ByClock, *, after: dt.datetime) -> dt.datetime:
    """The first moment after that at which it is due, as an instant. Of what no calendar tells any more: tomorrow, to
    look again.
    """
    day = after.astimezone(SHANGHAI).date()
    while True:
        at = moment_of(trigger, day)
        if at > after and (falls_on(trigger, day) or day > KNOWN):
            return at
        day += dt.timedelta(days=1)


def moment_of(trigger: ByClock, day: dt.date) -> dt.datetime:
    hour, minute = (int(part) for part in trigger.at.split(":"))
    return dt.datetime.combine(day, dt.time(hour, minute), SHANGHAI).astimezone(dt.UTC)


def falls_on(trigger: ByClock, day: dt.date) -> bool:
    if isinstance(trigger, WhenFestival):
        return not festivals_on(day - _away(trigger)).isdisjoint(trigger.festivals)
    if isinstance(trigger, WhenDue) or trigger.every == "day":
        return True
    if trigger.every == "week":
        return day.isoweekday() in trigger.on
    last = calendar.monthrange(day.year, day.month)[1]
    return day.day in trigger.on or (day.day == last and any(one > last for one in trigger.on))


def due_days(trigger: ByClock, *, since: dt.datetime, now: dt.datetime) -> list[dt.date]:
    """The days whose moment lies in [since, now]. Plain times are followed once for all that was missed."""
    today = now.astimezone(SHANGHAI).date()
    days = [today - dt.timedelta(days=back) for back in range(MADE_UP - 1, -1, -1)]
    found = [day for day in days if falls_on(trigger, day) and since <= moment_of(trigger, day) <= now]
    return found if isinstance(trigger, WhenDue) else found[-1:]


def _away(trigger: WhenDue | WhenFestival) -> dt.timedelta:
    """From the day that it is of to the day on which it is due."""
    return dt.timedelta(days=-trigger.days if trigger.side == "before" else trigger.days)


def due_on(*, view: View, trigger: Trigger, text: str, day: dt.date) -> QuerySet:
    """The records that meet the condition `text` and are due on that day. Raises what filters refuse."""
    rows = view.seen().filter(compile_filter(text=text, today=day, view=view))
    return rows.filter(dated(view=view, trigger=trigger, day=day)) if isinstance(trigger, WhenDue) else rows


def dated(*, view: View, trigger: WhenDue, day: dt.date) -> Q:
    """Those whose field says the day that is so many days away. Raises UnknownField."""
    there = day - _away(trigger)
    if not trigger.yearly:
        group = {"combinator": "and", "rules": [{"field": trigger.field, "operator": "=", "value": there.isoformat()}]}
        return compile_filter(text=orjson.dumps(group).decode(), today=day, view=view)
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
