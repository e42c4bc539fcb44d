"""Calendar months, by the store's calendar. Pure."""

import calendar
import datetime as dt

from chezhan.catalogue.retention.registry import Unit
from chezhan.kernel.clock import SHANGHAI


def earlier(moment: dt.datetime, *, unit: Unit, span: int) -> dt.datetime:
    """So much before the moment. A day that its month does not have is the month's last."""
    if unit == "days":
        return moment - dt.timedelta(days=span)
    local = moment.astimezone(SHANGHAI)
    return dt.datetime.combine(months_before(local.date(), span), local.time(), SHANGHAI).astimezone(dt.UTC)


def months_before(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
