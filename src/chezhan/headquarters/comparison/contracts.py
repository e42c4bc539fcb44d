"""What a comparison is asked for and what it answers."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from chezhan.kernel.money import yuan

By = Literal["store", "region", "brand", "series", "month"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Both days inclusive."""

    date_from: dt.date
    date_to: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`against` is the second period, or None. The lists narrow; empty means all. `stores` are slugs."""

    by: By
    period: Period
    against: Period | None = None
    stores: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    series: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """Units and revenue (yuan) added up, in all and by month ("2023-01")."""

    units: int = 0
    revenue: Decimal = Decimal(0)
    months: dict[str, tuple[int, Decimal]] = field(default_factory=dict)

    def add(self, *, month: str, units: int, revenue: Decimal) -> None:
        self.units += units
        self.revenue += revenue
        known_units, known_revenue = self.months.get(month, (0, Decimal(0)))
        self.months[month] = (known_units + units, known_revenue + revenue)

    @property
    def average_price(self) -> Decimal | None:
        return yuan(self.revenue / self.units) if self.units else None


@dataclass(frozen=True, slots=True)
class RowKey:
    """One row of the comparison. `narrows` are the query parameters that lead to the orders behind it."""

    key: str
    label: str
    narrows: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Answer:
    """`rows` and `against` share keys. `left_out` names stores that could not be read; `stores` counts
    those that were. `not_selling` counts repair shops without an order in either period: they have no row."""

    rows: dict[RowKey, Tally]
    against: dict[RowKey, Tally]
    total: Tally
    against_total: Tally
    left_out: list[str]
    stores: int
    not_selling: int
