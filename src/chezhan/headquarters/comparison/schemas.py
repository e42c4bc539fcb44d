"""The shapes of the comparison API. Money is a string in yuan; ratios are fractions (0.05 is 5 %)."""

import datetime as dt
from decimal import Decimal

from ninja import Schema

from chezhan.headquarters.comparison.contracts import Answer, By, Period, Question, RowKey, Tally


class PeriodOut(Schema):
    date_from: dt.date
    date_to: dt.date


class MonthCell(Schema):
    month: str
    units: int
    revenue: str


class Figure(Schema):
    """`average_price` is null where nothing was sold."""

    units: int
    revenue: str
    average_price: str | None


class Change(Schema):
    """Against the second period, as fractions; null where there is nothing to compare with."""

    units: float | None
    revenue: float | None
    average_price: float | None


class ComparisonRow(Figure):
    """`narrows` are the query parameters that lead to the orders behind the row."""

    key: str
    label: str
    rank: int
    share: float
    months: list[MonthCell]
    against: Figure | None
    change: Change | None
    narrows: dict[str, str]


class ComparisonTotal(Figure):
    months: list[MonthCell]
    against: Figure | None
    change: Change | None


class Comparison(Schema):
    """Rows by revenue, highest first. `left_out` names stores that could not be read just now; `not_selling`
    counts the repair shops without an order, which have no row."""

    by: By
    period: PeriodOut
    against: PeriodOut | None
    read_at: dt.datetime
    stores: int
    not_selling: int
    rows: list[ComparisonRow]
    total: ComparisonTotal
    left_out: list[str]


class StoreOption(Schema):
    slug: str
    name: str


class ModelOption(Schema):
    brand: str
    series: str


class ComparisonOptions(Schema):
    stores: list[StoreOption]
    regions: list[str]
    brands: list[str]
    models: list[ModelOption]
    first_on: dt.date | None
    last_on: dt.date | None
    units: int


class StoreBehind(Figure):
    """`filter` reproduces the figure in the store's own list of orders."""

    slug: str
    name: str
    filter: dict


class OrdersBehind(Figure):
    stores: list[StoreBehind]


def figure_of(tally: Tally) -> dict:
    average = tally.average_price
    return {
        "units": tally.units,
        "revenue": str(tally.revenue),
        "average_price": None if average is None else str(average),
    }


def _months(tally: Tally) -> list[MonthCell]:
    return [
        MonthCell(month=month, units=units, revenue=str(revenue))
        for month, (units, revenue) in sorted(tally.months.items())
    ]


def _ratio(now: Decimal | int | None, then: Decimal | int | None) -> float | None:
    return None if now is None or not then else round(float((now - then) / then), 4)


def _change(now: Tally, then: Tally) -> Change:
    return Change(
        units=_ratio(now.units, then.units),
        revenue=_ratio(now.revenue, then.revenue),
        average_price=_ratio(now.average_price, then.average_price),
    )


def _period(period: Period) -> PeriodOut:
    return PeriodOut(date_from=period.date_from, date_to=period.date_to)


def comparison_of(*, question: Question, answer: Answer, read_at: dt.datetime) -> Comparison:
    """Rank the rows and set both periods side by side; a row of the second period alone stays, with zero units."""
    keys: dict[RowKey, None] = dict.fromkeys([*answer.rows, *answer.against])
    ranked = sorted(keys, key=lambda key: (-answer.rows.get(key, Tally()).revenue, key.label))
    both = question.against is not None
    rows = []
    for rank, key in enumerate(ranked, start=1):
        now, then = answer.rows.get(key, Tally()), answer.against.get(key, Tally())
        rows.append(
            ComparisonRow(
                **figure_of(now),
                key=key.key,
                label=key.label,
                rank=rank,
                share=round(float(now.revenue / answer.total.revenue), 4) if answer.total.revenue else 0.0,
                months=_months(now),
                against=Figure(**figure_of(then)) if both else None,
                change=_change(now, then) if both else None,
                narrows=dict(key.narrows),
            )
        )
    return Comparison(
        by=question.by,
        period=_period(question.period),
        against=_period(question.against) if question.against else None,
        read_at=read_at,
        stores=answer.stores,
        not_selling=answer.not_selling,
        rows=rows,
        total=ComparisonTotal(
            **figure_of(answer.total),
            months=_months(answer.total),
            against=Figure(**figure_of(answer.against_total)) if both else None,
            change=_change(answer.total, answer.against_total) if both else None,
        ),
        left_out=answer.left_out,
    )
