"""The funnel and the leaderboard of a period, against the one of the same length before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from chezhan.access import Actor
from chezhan.kernel import clock
from chezhan.modules.figures.behind import filter_behind
from chezhan.modules.figures.declaring import Kpi, Rules, rule
from chezhan.modules.figures.kpis import KPI
from chezhan.modules.figures.reading import DAY, Figure, Read, Span, read_figures
from chezhan.modules.figures.stages import REACHED

By = Literal["", "owner", "channel"]
BOARD = (
    "leads_new", "drives_done", "drive_rate", "close_rate", "follow_up_days", "cycle_days", "orders", "ticket",
    "margin",
)  # fmt: skip
MODELS = ("orders", "ticket", "margin", "leads_new", "drive_rate", "close_rate")


@dataclass(frozen=True, slots=True)
class Cell:
    """`before`: of the period before. `behind`: the filter of a list of the records."""

    value: Decimal | None
    before: Decimal | None
    behind: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """`key`: whose, or of which channel; None for all, or for what has none."""

    key: str | None
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Board:
    """A cell for each of the figures in each line. `whole`: of all records that the asker sees."""

    span: Span
    kpis: Sequence[Kpi]
    whole: Line
    lines: Sequence[Line]


def read_funnel(*, actor: Actor, days: int, by: By, owner: UUID | None = None) -> Board:
    """How many of the leads that came in got how far; `owner`: of theirs alone. Raises ExpressionTooSlow."""
    among = () if owner is None else (rule("owner", "=", str(owner)),)
    return _board(actor, [*REACHED, KPI["lost_of_new"], KPI["follow_up_days"], KPI["cycle_days"]], days, by, among)


def read_leaderboard(*, actor: Actor, days: int) -> Board:
    """Raises ExpressionTooSlow."""
    return _board(actor, [KPI[name] for name in BOARD], days, "owner")


def read_models(*, actor: Actor, days: int) -> Board:
    """What was sold of each series, and what came of those who asked for it. Raises ExpressionTooSlow."""
    return _board(actor, [KPI[name] for name in MODELS], days, "series")


def _board(actor: Actor, kpis: Sequence[Kpi], days: int, by: str, among: Rules = ()) -> Board:
    today = clock.today()
    span = Span(today - (days - 1) * DAY, today)
    before = Span(span.first - days * DAY, span.first - DAY)
    found = read_figures(actor=actor, kpis=kpis, spans=[span, before], among=among)
    known = [one for one in kpis if one.name in found]
    parted = read_figures(actor=actor, kpis=known, spans=[span, before], by=by, among=among) if by else {}
    keys = {key for read in parted.values() for key, figures in read.items() if any(one.above for one in figures)}
    first = known[0].name if known else ""
    order = sorted(keys, key=lambda key: (-_count(parted.get(first, {}), key), key or ""))

    def line(read: dict[str, Read], key: str | None, here: Rules) -> Line:
        return Line(key, [_cell(one, read.get(one.name, {}).get(key), span, (*among, *here)) for one in known])

    lines = [line(parted, key, (rule(by, "=", key) if key else rule(by, "null"),)) for key in order]
    return Board(span, known, line(found, None, ()), lines)


def _count(read: Read, key: str | None) -> Decimal:
    return read[key][0].above if key in read else Decimal(0)


def _cell(kpi: Kpi, figures: Sequence[Figure] | None, span: Span, among: Rules) -> Cell:
    behind = filter_behind(kpi=kpi, span=span, today=span.last, among=among)
    if figures is None:
        none = Decimal(0) if kpi.unit == "count" else None
        return Cell(none, none, behind)
    return Cell(figures[0].value, figures[1].value, behind)
