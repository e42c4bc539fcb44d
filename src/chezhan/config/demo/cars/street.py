"""The cars that come to a repair shop: common lines of every make, old and new.

street.csv has a row per trim, the rows of a series together: weight is the series' share of the
road, first_year and last_year the calendar years it was sold new (no last year: still is), guide
prices about what it cost new in those years.
"""

import csv
from datetime import date
from importlib.resources import files
from itertools import groupby
from typing import cast

from chezhan.config.demo.cars.shape import Energy, Power, Series, Trim

Row = dict[str, str]


def _read_series() -> tuple[Series, ...]:
    text = (files(__package__) / "street.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    grouped = groupby(rows, key=lambda row: (row["brand"], row["series"]))
    return tuple(_series(list(group)) for _, group in grouped)


def _series(rows: list[Row]) -> Series:
    head = rows[0]
    return Series(
        brand=head["brand"],
        name=head["series"],
        body_style=head["body_style"],
        wmi=head["wmi"],
        weight=float(head["weight"]),
        trims=tuple(_trim(row) for row in rows),
        launched=date(int(head["first_year"]), 1, 1),
        ended=date(int(head["last_year"]), 12, 31) if head["last_year"] else None,
    )


def _trim(row: Row) -> Trim:
    power = Power(cast(Energy, row["energy"]), row["engine"], row["transmission"])
    return Trim(row["trim"], int(row["guide_price"]), power)


STREET: tuple[Series, ...] = _read_series()
