"""Moments as they are sent to us: with their zone, and such as can be counted in UTC."""

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime


def _in_utc(moment: dt.datetime) -> dt.datetime:
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:
        # The first or last hours that a calendar has, in a zone on the wrong side of them.
        raise ValueError("not within the calendar") from None


# PostgreSQL takes fewer offsets than the standard has: it is given UTC.
Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
