"""The worker an hour later: what a killed one held is free by then, and what waits for another try is due."""

import datetime as dt

from chezhan.kernel import clock

AN_HOUR = dt.timedelta(hours=1)


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC) + AN_HOUR


# Before anything takes it as the default of a column.
clock.now = now

from chezhan.config.celery import app  # noqa: E402

__all__ = ["app"]
