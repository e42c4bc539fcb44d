"""Compare the stores of a group on their orders.

`figures` is the one way in. It reads the rows of each store; the roll-up tables will take its place behind the same
question and answer.
"""

import datetime as dt
from decimal import Decimal

from chezhan.access import Actor, require
from chezhan.headquarters.comparison.contracts import Answer, By, Period, Question, RowKey, Tally
from chezhan.headquarters.comparison.visits import chosen_stores, visit
from chezhan.modules.sales.queries import (
    Dimension,
    SalesFigure,
    SalesFilter,
    SalesRange,
    sales_figures,
    sales_range,
    sales_total,
)
from tenants.directory import StoreRef

DIMENSIONS: dict[By, tuple[Dimension, ...]] = {
    "store": ("month",),
    "region": ("region", "month"),
    "brand": ("brand", "month"),
    "series": ("brand", "series", "month"),
    "month": ("month",),
}


def figures(*, actor: Actor, question: Question) -> Answer:
    """Units and revenue of every row asked for, in both periods. Call with no transaction open."""
    require(actor=actor, permission="comparison.read")
    stores = chosen_stores(actor=actor, slugs=question.stores)
    answer = Answer(rows={}, against={}, total=Tally(), against_total=Tally(), left_out=[], stores=0, not_selling=0)

    def read(there: Actor) -> tuple[list[SalesFigure], list[SalesFigure]]:
        by = DIMENSIONS[question.by]
        now = sales_figures(actor=there, by=by, only=_only(question, question.period))
        then = sales_figures(actor=there, by=by, only=_only(question, question.against)) if question.against else []
        return now, then

    for store, seen in visit(actor=actor, stores=stores, read=read):
        if seen is None:
            answer.left_out.append(store.name)
            continue
        answer.stores += 1
        if store.pack == "repair" and not any(seen):
            answer.not_selling += 1
        elif question.by == "store":
            # A store that sold nothing is a figure too; a repair shop has no cars to sell.
            answer.rows.setdefault(_row_key("store", store, ()), Tally())
        for found, rows, total, months_on in (
            (seen[0], answer.rows, answer.total, 0),
            (seen[1], answer.against, answer.against_total, _months_apart(question)),
        ):
            for figure in found:
                month = figure.keys[-1].strftime("%Y-%m")
                keys = (*figure.keys[:-1], _later(figure.keys[-1], months=months_on))
                row = rows.setdefault(_row_key(question.by, store, keys), Tally())
                for tally in (row, total):
                    tally.add(month=month, units=figure.units, revenue=figure.revenue)
    return answer


def behind(*, actor: Actor, question: Question) -> list[tuple[StoreRef, SalesFigure]]:
    """Units and revenue of each store that has any of what `question` narrows to; they add up to its figure."""
    require(actor=actor, permission="comparison.read")
    stores = chosen_stores(actor=actor, slugs=question.stores)
    only = _only(question, question.period)
    seen = visit(actor=actor, stores=stores, read=lambda there: sales_total(actor=there, only=only))
    return [(store, total) for store, total in seen if total is not None and total.units]


def options(*, actor: Actor) -> tuple[list[StoreRef], SalesRange]:
    """What a comparison can be narrowed to: the stores, and what occurs in any of them."""
    require(actor=actor, permission="comparison.read")
    stores = chosen_stores(actor=actor)
    ranges = [
        seen for _, seen in visit(actor=actor, stores=stores, read=lambda there: sales_range(actor=there)) if seen
    ]
    days = [day for one in ranges for day in (one.first_on, one.last_on) if day]
    return stores, SalesRange(
        regions=sorted({region for one in ranges for region in one.regions}),
        models=sorted({model for one in ranges for model in one.models}),
        first_on=min(days, default=None),
        last_on=max(days, default=None),
        units=sum(one.units for one in ranges),
    )


def store_months(*, actor: Actor, period: Period) -> dict[tuple[str, str], tuple[int, Decimal]]:
    """(store slug, "2023-01") → units and revenue: every cell of the group's calendar."""
    answer = figures(actor=actor, question=Question(by="store", period=period))
    return {(row.key, month): cell for row, tally in answer.rows.items() for month, cell in tally.months.items()}


def _only(question: Question, period: Period) -> SalesFilter:
    return SalesFilter(
        date_from=period.date_from,
        date_to=period.date_to,
        regions=question.regions,
        brands=question.brands,
        series=question.series,
    )


def _months_apart(question: Question) -> int:
    """How many months the first period begins after the second: its n-th month stands beside the other's n-th."""
    if question.against is None:
        return 0
    one, other = question.period.date_from, question.against.date_from
    return (one.year - other.year) * 12 + one.month - other.month


def _later(day: dt.date, *, months: int) -> dt.date:
    """The first day of the month that is `months` after that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, 1)


def _row_key(by: By, store: StoreRef, keys: tuple) -> RowKey:
    if by == "store":
        return RowKey(store.slug, store.name, (("store", store.slug),))
    if by == "month":
        first: dt.date = keys[0]
        last = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
        narrows = (("date_from", first.isoformat()), ("date_to", last.isoformat()))
        return RowKey(first.strftime("%Y-%m"), first.strftime("%Y-%m"), narrows)
    if by == "series":
        brand, series = keys[:2]
        return RowKey(f"{brand}\n{series}", f"{brand} {series}".strip(), (("brand", brand), ("series", series)))
    return RowKey(keys[0], keys[0], ((by, keys[0]),))
