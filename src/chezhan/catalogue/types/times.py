"""Days, moments and times of day. A moment without a zone is one of Asia/Shanghai."""

import datetime as dt
from typing import Any

from django.db import models

from chezhan.catalogue.labels import Label
from chezhan.catalogue.moments import MOMENT_OPERATORS
from chezhan.catalogue.operators import (
    AFTER,
    BEFORE,
    BETWEEN,
    DIFFERS,
    DURING,
    EQUALS,
    NOT_NULL,
    NULL,
    SINCE,
    UNTIL,
)
from chezhan.catalogue.types.base import FieldType, Told, as_text, parse_text
from chezhan.catalogue.types.refusals import FieldRefused
from chezhan.catalogue.types.texts import compact_text
from chezhan.kernel.clock import SHANGHAI

TIMED = (EQUALS, DIFFERS, BEFORE, UNTIL, AFTER, SINCE, BETWEEN, NULL, NOT_NULL)
DATED = (DURING, *TIMED)
# Beyond them lie slips of the pen, and years that spreadsheets can't hold.
FIRST_YEAR, LAST_YEAR = 1900, 2199


def _sane(day: dt.date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise FieldRefused("date_out_of_range", {"first": FIRST_YEAR, "last": LAST_YEAR})


def _clean_date(value: Any, _: Told) -> dt.date | None:
    if isinstance(value, dt.datetime):
        raise FieldRefused("not_a_date")
    if not isinstance(value, dt.date):
        text = compact_text(value)
        if text is None:
            return None
        try:
            value = dt.date.fromisoformat(text)
        except ValueError:
            raise FieldRefused("not_a_date") from None
    _sane(value)
    return value


def _clean_datetime(value: Any, _: Told) -> dt.datetime | None:
    """Aware, in the zone of Asia/Shanghai."""
    if not isinstance(value, dt.datetime):
        text = compact_text(value)
        if text is None:
            return None
        try:
            value = dt.datetime.fromisoformat(text)
        except ValueError:
            raise FieldRefused("not_a_datetime") from None
    _sane(value)
    return value.astimezone(SHANGHAI) if value.tzinfo else value.replace(tzinfo=SHANGHAI)


def _clean_time(value: Any, _: Told) -> dt.time | None:
    if not isinstance(value, dt.time):
        text = compact_text(value)
        if text is None:
            return None
        try:
            value = dt.time.fromisoformat(text)
        except ValueError:
            raise FieldRefused("not_a_time") from None
    if value.tzinfo:
        raise FieldRefused("not_a_time")
    return value.replace(microsecond=0)


def _parse_date(value: Any) -> dt.date:
    return dt.date.fromisoformat(parse_text(value))


def _parse_time(value: Any) -> dt.time:
    time = dt.time.fromisoformat(parse_text(value))
    if time.tzinfo:
        raise ValueError("a time without a zone")
    return time


DATE = FieldType(
    "date", Label("日期", "date"), DATED, _parse_date, key=_parse_date,
    clean=_clean_date, column=lambda _: models.DateField(null=True, blank=True),
)  # fmt: skip
DATETIME = FieldType(
    "datetime", Label("时间", "date and time"), MOMENT_OPERATORS, _parse_date, key=dt.datetime.fromisoformat,
    clean=_clean_datetime, column=lambda _: models.DateTimeField(null=True, blank=True),
)  # fmt: skip
TIME = FieldType(
    "time", Label("时刻", "time of day"), TIMED, _parse_time, key=_parse_time, shown=as_text,
    clean=_clean_time, column=lambda _: models.TimeField(null=True, blank=True),
)  # fmt: skip

TIMES = (DATE, DATETIME, TIME)
