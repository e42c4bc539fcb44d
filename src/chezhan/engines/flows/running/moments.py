"""When something that lasts so long is over, by the wall or by the hours on which the store is open."""

import datetime as dt

from chezhan.catalogue.worktime.services import present_calendar
from chezhan.kernel.clock import SHANGHAI

UNITS = {"minutes": dt.timedelta(minutes=1), "hours": dt.timedelta(hours=1), "days": dt.timedelta(days=1)}
MINUTES = {"minutes": 1, "hours": 60}


def after(*, since: dt.datetime, amount: int, unit: str, working: bool) -> dt.datetime:
    """Of working days: at the same time of the day, or when the store opens next. Raises NoWorkingTime."""
    if not working:
        return since + UNITS[unit] * amount
    calendar = present_calendar()
    if unit != "days":
        return calendar.add_working(since, amount * MINUTES[unit])
    local = since.astimezone(SHANGHAI)
    day = calendar.add_workdays(local.date(), amount)
    return calendar.add_working(dt.datetime.combine(day, local.timetz()).astimezone(dt.UTC), 0)
