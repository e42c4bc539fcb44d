"""Read the store's working time, and change it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from chezhan.access import Actor, require
from chezhan.catalogue.worktime.calendar import DAY, USUAL, Spans, WorkCalendar
from chezhan.catalogue.worktime.holidays import Holiday
from chezhan.catalogue.worktime.models import WorkingTime
from chezhan.catalogue.worktime.refusals import BadWorkingTime, TooManyDays, WorkingTimeChanged
from chezhan.kernel import clock

PERMISSION = "worktime.write"
MOST_DAYS = 200
MOST_SPANS = 4


@dataclass(frozen=True, slots=True)
class OwnDay:
    """`spans` empty: closed."""

    day: dt.date
    spans: Spans
    note: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """`version` 0: nobody said anything yet, and the trade's usual holds."""

    week: tuple[Spans, ...]
    closed_on: tuple[Holiday, ...]
    makes_up: bool
    days: tuple[OwnDay, ...]
    version: int


def present_calendar() -> WorkCalendar:
    """The store's, in whose transaction this is called."""
    told = read_working_time()
    return WorkCalendar(
        week=told.week,
        closed_on=frozenset(told.closed_on),
        makes_up=told.makes_up,
        days={one.day: one.spans for one in told.days},
    )


def read_working_time() -> Told:
    row = WorkingTime.objects.first()
    if row is None:
        return Told(USUAL.week, tuple(sorted(USUAL.closed_on)), USUAL.makes_up, (), 0)
    days = [
        OwnDay(dt.date.fromisoformat(day), _spans(said["spans"]), said.get("note", ""))
        for day, said in sorted(row.days.items())
    ]
    return Told(tuple(_spans(one) for one in row.week), tuple(row.closed_on), row.makes_up, tuple(days), row.version)


def change_working_time(
    *,
    actor: Actor,
    version: int,
    week: Sequence[Sequence[Sequence[int]]],
    closed_on: Sequence[Holiday],
    makes_up: bool,
    days: Sequence[OwnDay],
) -> Told:
    """`version`: of what was looked at. Raises Forbidden, BadWorkingTime, TooManyDays, WorkingTimeChanged."""
    require(actor=actor, permission=PERMISSION)
    if len(days) > MOST_DAYS:
        raise TooManyDays(params={"limit": MOST_DAYS})
    said = {
        "week": [_checked(spans, where=str(number)) for number, spans in enumerate(week, start=1)],
        "closed_on": sorted(set(closed_on)),
        "makes_up": makes_up,
        "days": {
            one.day.isoformat(): {"spans": _checked(one.spans, where=one.day.isoformat()), "note": one.note.strip()}
            for one in days
        },
        "changed_at": clock.now(),
        "changed_by": actor.person_id,
    }
    _write(said, version=version)
    return read_working_time()


def _write(said: Mapping[str, object], *, version: int) -> None:
    row = WorkingTime.objects.select_for_update().first()
    if (row.version if row else 0) != version:
        raise WorkingTimeChanged(params={"version": row.version if row else 0})
    if row is not None:
        WorkingTime.objects.filter(id=row.id).update(**said, version=version + 1)
        return
    try:
        with transaction.atomic():
            WorkingTime.objects.create(**said)
    except IntegrityError as error:
        # Two said it first at one time.
        raise WorkingTimeChanged(params={"version": 1}) from error


def _checked(spans: Sequence[Sequence[int]], *, where: str) -> list[list[int]]:
    found = sorted([begins, ends] for begins, ends in spans)
    last = 0
    for begins, ends in found:
        if not last <= begins < ends <= DAY:
            raise BadWorkingTime(params={"where": where})
        last = ends
    if len(found) > MOST_SPANS:
        raise BadWorkingTime(params={"where": where})
    return found


def _spans(kept: Sequence[Sequence[int]]) -> Spans:
    return tuple((int(begins), int(ends)) for begins, ends in kept)
