"""The one source of time: UTC instants, and the local day of Asia/Shanghai. Tests move it with time-machine."""

import datetime as dt
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def now() -> dt.datetime:
    """The present instant, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


def today(zone: ZoneInfo = SHANGHAI) -> dt.date:
    """The calendar day in `zone` at the present instant."""
    return now().astimezone(zone).date()
