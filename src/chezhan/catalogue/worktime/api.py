"""/api/store/worktime: when the store works."""

import datetime as dt
from typing import Annotated

from ninja import Router, Schema
from pydantic import Field

from chezhan.access import ActorRequest, allowed
from chezhan.catalogue.worktime.holidays import KNOWN, OFF, WORKED_WEEKENDS, Holiday
from chezhan.catalogue.worktime.services import (
    PERMISSION,
    OwnDay,
    Told,
    change_working_time,
    present_calendar,
    read_working_time,
)
from chezhan.kernel import clock

router = Router(tags=["worktime"])
# Minutes from midnight, by the clock on the wall.
Minute = Annotated[int, Field(ge=0, le=1440)]
HourSpan = tuple[Minute, Minute]
AHEAD = 400


class OwnDayIn(Schema):
    """`spans` empty: closed."""

    day: dt.date
    spans: list[HourSpan] = Field([], max_length=4)
    note: str = Field("", max_length=60)


class WorkingTimeIn(Schema):
    """`week`: seven lists, Monday first. `closed_on`: the public holidays that the store keeps. `makes_up`: work on
    weekends that are declared working days. `version`: of what was looked at, 0 for nothing said yet."""

    version: int = Field(ge=0)
    week: list[list[HourSpan]] = Field(min_length=7, max_length=7)
    closed_on: list[Holiday] = Field(max_length=7)
    makes_up: bool
    days: list[OwnDayIn] = Field(max_length=400)


class HolidayOut(Schema):
    """`worked`: a weekend that is worked instead; `name` is null then."""

    day: dt.date
    name: Holiday | None
    worked: bool
    open: bool


class WorkingTimeOut(WorkingTimeIn):
    """`holidays`: those of about a year ahead, as far as they are known; `known`: the day up to which the State
    Council's order is, after it only the days of the law. `may_change`: whether the asker may."""

    holidays: list[HolidayOut]
    known: dt.date
    may_change: bool


@router.get("", response=WorkingTimeOut, operation_id="read_working_time")
def read(request: ActorRequest):
    return _shown(request, read_working_time())


@router.put("", response=WorkingTimeOut, operation_id="change_working_time")
def change(request: ActorRequest, body: WorkingTimeIn):
    told = change_working_time(
        actor=request.actor,
        version=body.version,
        week=body.week,
        closed_on=body.closed_on,
        makes_up=body.makes_up,
        days=[OwnDay(one.day, tuple(one.spans), one.note) for one in body.days],
    )
    return _shown(request, told)


def _shown(request: ActorRequest, told: Told) -> dict:
    today, calendar = clock.today(), present_calendar()
    ahead = sorted(
        day for day in {*OFF, *WORKED_WEEKENDS} if dt.timedelta(0) <= day - today <= dt.timedelta(days=AHEAD)
    )
    return {
        "version": told.version,
        "week": told.week,
        "closed_on": told.closed_on,
        "makes_up": told.makes_up,
        "days": [{"day": one.day, "spans": one.spans, "note": one.note} for one in told.days],
        "holidays": [
            {"day": day, "name": OFF.get(day), "worked": day in WORKED_WEEKENDS, "open": calendar.is_workday(day)}
            for day in ahead
        ],
        "known": KNOWN,
        "may_change": allowed(actor=request.actor, permission=PERMISSION),
    }
