"""Moments as they are sent to us: with their zone, and such as can be counted in UTC. And times by the wall's clock."""

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, WithJsonSchema

WALL = r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"


def _in_utc(moment: dt.datetime) -> dt.datetime:
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:
        # The first or last hours that a calendar has, in a zone on the wrong side of them.
        raise ValueError("not within the calendar") from None


# PostgreSQL takes fewer offsets than the standard has: it is given UTC.
Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]


def _by_the_wall(value: Any) -> Any:
    if not isinstance(value, dt.time) and not (isinstance(value, str) and re.fullmatch(WALL, value, re.ASCII)):
        raise ValueError("no time by the wall's clock, as 10:30")
    return value


# 10:30 or 10:30:00, of the store's own zone: what JSON Schema calls a time has a zone beside it.
WallTime = Annotated[dt.time, BeforeValidator(_by_the_wall), WithJsonSchema({"type": "string", "pattern": WALL})]
