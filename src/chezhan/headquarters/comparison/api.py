"""Comparison of a group's stores over HTTP: /api/hq/<group>/comparison."""

import datetime as dt
from decimal import Decimal
from typing import Annotated

from ninja import Path, Query, Router, Schema

from chezhan.access import ActorRequest
from chezhan.headquarters.comparison import queries
from chezhan.headquarters.comparison.contracts import By, Period, Question, Tally
from chezhan.headquarters.comparison.drill import list_filter
from chezhan.headquarters.comparison.schemas import (
    Comparison,
    ComparisonOptions,
    OrdersBehind,
    comparison_of,
    figure_of,
)
from chezhan.kernel import clock
from chezhan.kernel.errors import Invalid

router = Router(tags=["comparison"])


class Asked(Schema):
    """Days inclusive. A list may be given several times; none means all."""

    date_from: dt.date
    date_to: dt.date
    store: list[str] = []
    region: list[str] = []
    brand: list[str] = []
    series: list[str] = []


class AskedTwice(Asked):
    by: By = "store"
    against_from: dt.date | None = None
    against_to: dt.date | None = None


class WrongPeriod(Invalid):
    code = "wrong_period"
    message = "A period begins on or before the day it ends; both days are needed."


def _question(asked: Asked, *, by: By = "store", against: Period | None = None) -> Question:
    return Question(
        by=by,
        period=_period(asked.date_from, asked.date_to),
        against=against,
        stores=tuple(asked.store),
        regions=tuple(asked.region),
        brands=tuple(asked.brand),
        series=tuple(asked.series),
    )


def _period(first: dt.date, last: dt.date) -> Period:
    if last < first:
        raise WrongPeriod
    return Period(date_from=first, date_to=last)


@router.get("", response=Comparison, operation_id="compare_stores")
def compare(request: ActorRequest, group: Path[str], asked: Annotated[AskedTwice, Query(...)]):
    if (asked.against_from is None) != (asked.against_to is None):
        raise WrongPeriod
    against = _period(asked.against_from, asked.against_to) if asked.against_from and asked.against_to else None
    question = _question(asked, by=asked.by, against=against)
    answer = queries.figures(actor=request.actor, question=question)
    return comparison_of(question=question, answer=answer, read_at=clock.now())


@router.get("/options", response=ComparisonOptions, operation_id="comparison_options")
def comparison_options(request: ActorRequest, group: Path[str]):
    stores, found = queries.options(actor=request.actor)
    return {
        "stores": [{"slug": store.slug, "name": store.name} for store in stores],
        "regions": found.regions,
        "brands": sorted({brand for brand, _ in found.models}),
        "models": [{"brand": brand, "series": series} for brand, series in found.models],
        "first_on": found.first_on,
        "last_on": found.last_on,
        "units": found.units,
    }


@router.get("/orders-behind", response=OrdersBehind, operation_id="orders_behind")
def orders_behind(request: ActorRequest, group: Path[str], asked: Annotated[Asked, Query(...)]):
    question = _question(asked)
    found = queries.behind(actor=request.actor, question=question)
    whole = Tally(
        units=sum(one.units for _, one in found), revenue=sum((one.revenue for _, one in found), start=Decimal(0))
    )
    stores = [
        {
            **figure_of(Tally(units=one.units, revenue=one.revenue)),
            "slug": store.slug,
            "name": store.name,
            "filter": list_filter(question=question),
        }
        for store, one in found
    ]
    return {**figure_of(whole), "stores": stores}
