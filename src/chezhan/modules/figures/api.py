"""/api/store/figures: the figures by which a store is run, of the records that the asker sees."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Query, Router, Schema

from chezhan.access import ActorRequest
from chezhan.catalogue.schemas import LabelOut
from chezhan.modules.figures.boards import Board, By, Line, read_funnel, read_leaderboard, read_models
from chezhan.modules.figures.forecast import read_forecast
from chezhan.modules.figures.morning import read_morning

router = Router(tags=["figures"])


class MorningFigureOut(Schema):
    """`value`, `usual`: a share between 0 and 1 where `unit` is percent; null where there is nothing to count or to
    compare with. `state` now: it is known for the present alone. `filter`: a list's, of the records behind it."""

    name: str
    label: LabelOut
    means: LabelOut
    entity: str
    unit: Literal["count", "percent", "money", "days"]
    better: Literal["more", "less"]
    value: float | None
    usual: float | None
    state: Literal["worse", "usual", "better", "now"]
    filter: dict[str, Any]


class MorningOut(Schema):
    """`day`: yesterday; `first` to `last`: the days that it is compared with. The worst figures first."""

    day: dt.date
    first: dt.date
    last: dt.date
    figures: list[MorningFigureOut]


@router.get("/morning", response=MorningOut, operation_id="get_morning")
def get_morning(request: ActorRequest):
    found = read_morning(actor=request.actor)
    figures = [
        {
            "name": one.kpi.name,
            "label": one.kpi.label.as_json(),
            "means": one.kpi.means.as_json(),
            "entity": one.kpi.entity,
            "unit": one.kpi.unit,
            "better": one.kpi.better,
            "value": one.value,
            "usual": one.usual,
            "state": one.state,
            "filter": one.behind,
        }
        for one in found.figures
    ]
    return {"day": found.day, "first": found.first, "last": found.last, "figures": figures}


class FigureHeadOut(Schema):
    name: str
    label: LabelOut
    means: LabelOut
    entity: str
    unit: Literal["count", "percent", "money", "days"]
    better: Literal["more", "less"]


class FigureCellOut(Schema):
    """`before`: of as many days before. `filter`: a list's, of the records behind it."""

    value: float | None
    before: float | None
    filter: dict[str, Any]


class FigureLineOut(Schema):
    """`key`: a person's id or a channel; null for none, and for all."""

    key: str | None
    cells: list[FigureCellOut]


class FigureBoardOut(Schema):
    """A cell for each of `figures` in every line. `whole`: of all records that the asker sees."""

    first: dt.date
    last: dt.date
    figures: list[FigureHeadOut]
    whole: FigureLineOut
    lines: list[FigureLineOut]


class ForecastStageOut(Schema):
    """`rate`: how often a lead that got here was won in 180 days; `thin`: fewer than 20 ended, so it is that of all."""

    name: str
    label: LabelOut
    open: int
    rate: float
    ended: int
    thin: bool
    expected: float


class ForecastMonthOut(Schema):
    """Sales of 30 days: of the leads that are open, and of those still to come."""

    open: float
    coming: float


class ForecastOut(Schema):
    """`cycle` null: nothing was won in 180 days, so nothing can be said."""

    stages: list[ForecastStageOut]
    months: list[ForecastMonthOut]
    cycle: float | None
    new_a_month: float


OWNER = Query(None, description="of the leads of this person alone")
DAYS = Query(30, ge=1, le=731, description="so many, today the last")


@router.get("/funnel", response=FigureBoardOut, operation_id="get_funnel")
def get_funnel(
    request: ActorRequest,
    days: int = DAYS,
    by: By = "",
    owner: UUID | None = OWNER,
):
    """How many of the leads that came in got how far, and how long it took."""
    return _told(read_funnel(actor=request.actor, days=days, by=by, owner=owner))


@router.get("/leaderboard", response=FigureBoardOut, operation_id="get_leaderboard")
def get_leaderboard(request: ActorRequest, days: int = DAYS):
    """Leads, test drives, orders and what they brought, by who is responsible."""
    return _told(read_leaderboard(actor=request.actor, days=days))


@router.get("/models", response=FigureBoardOut, operation_id="get_sales_by_model")
def get_sales_by_model(request: ActorRequest, days: int = DAYS):
    """Orders, price and margin by series, and the leads that asked for it."""
    return _told(read_models(actor=request.actor, days=days))


@router.get("/forecast", response=ForecastOut | None, operation_id="get_sales_forecast")
def get_sales_forecast(request: ActorRequest):
    """Of the next three times 30 days. Null for who does not see what it is made of."""
    found = read_forecast(actor=request.actor)
    if found is None:
        return None
    names = ("name", "open", "rate", "ended", "thin", "expected")
    stages = [{name: getattr(one, name) for name in names} | {"label": one.label.as_json()} for one in found.stages]
    months = [{"open": of_open, "coming": coming} for of_open, coming in found.months]
    return {"stages": stages, "months": months, "cycle": found.cycle, "new_a_month": found.new_a_month}


def _told(board: Board) -> dict[str, Any]:
    figures = [
        {name: getattr(one, name) for name in ("name", "entity", "unit", "better")}
        | {"label": one.label.as_json(), "means": one.means.as_json()}
        for one in board.kpis
    ]
    lines = [_told_line(one) for one in board.lines]
    span = board.span
    return {
        "first": span.first,
        "last": span.last,
        "figures": figures,
        "whole": _told_line(board.whole),
        "lines": lines,
    }


def _told_line(line: Line) -> dict[str, Any]:
    cells = [{"value": one.value, "before": one.before, "filter": one.behind} for one in line.cells]
    return {"key": line.key, "cells": cells}
