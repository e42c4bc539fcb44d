"""The manager's morning: each figure of yesterday against the store's own 28 days before, the worst first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from chezhan.access import Actor
from chezhan.kernel import clock
from chezhan.modules.figures.behind import filter_behind
from chezhan.modules.figures.declaring import Kpi
from chezhan.modules.figures.kpis import KPI
from chezhan.modules.figures.reading import DAY, NOTHING, Figure, Span, read_figures

MORNING = (
    "first_contact_missed", "first_contact_in_time", "follow_up_overdue", "drive_no_show", "quotes_waiting",
    "reservations_ending", "stock_aged", "deliveries_late", "promises_overdue", "promises_broken", "tasks_overdue",
    "leads_lost", "leads_new", "orders",
)  # fmt: skip
BEFORE = 28
# What waits is looked at on the same weekday of four weeks: weekends are no workdays.
WEEKS = 4
# A difference of so many standard deviations of a count, or a share, of this size is no chance any more.
NOTABLE = 1.0
# What has nothing to be compared with comes behind what is worse than usual, before what is not.
UNCOMPARED = 0.5
State = Literal["worse", "usual", "better", "now"]


@dataclass(frozen=True, slots=True)
class Told:
    """`value`, `usual`: None where there was nothing of which to take a share, or nothing to compare with."""

    kpi: Kpi
    value: Decimal | None
    usual: Decimal | None
    state: State
    badness: float
    behind: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Morning:
    """`day`: yesterday. `first`, `last`: the days that it is compared with."""

    day: dt.date
    first: dt.date
    last: dt.date
    figures: Sequence[Told]


def read_morning(*, actor: Actor) -> Morning:
    """Raises ExpressionTooSlow."""
    today = clock.today()
    day = today - DAY
    yesterday, before = Span(day, day), Span(day - BEFORE * DAY, day - DAY)
    kpis = [KPI[name] for name in MORNING]
    flows = read_figures(actor=actor, kpis=[one for one in kpis if not one.standing], spans=[yesterday, before])
    weeks = [Span(today - 7 * number * DAY, today - 7 * number * DAY) for number in range(WEEKS + 1)]
    waiting = read_figures(actor=actor, kpis=[one for one in kpis if one.standing], spans=weeks)
    told = []
    for one in kpis:
        if one.name in flows:
            figure, past = flows[one.name][None]
            usual = past if one.at else None
            told.append(_tell(one, figure, usual, yesterday, today))
        elif one.name in waiting:
            figure, *pasts = waiting[one.name][None]
            told.append(_tell(one, figure, _mean(pasts), yesterday, today))
    told.sort(key=lambda one: -one.badness)
    return Morning(day, before.first, before.last, told)


def _mean(pasts: Sequence[Figure]) -> Figure:
    """As of BEFORE days, of which it is the usual one."""
    return Figure(sum((one.above for one in pasts), NOTHING) / len(pasts) * BEFORE, None)


def _tell(kpi: Kpi, figure: Figure, past: Figure | None, day: Span, today: dt.date) -> Told:
    behind = filter_behind(kpi=kpi, span=day, today=today)
    if past is None:
        return Told(kpi, figure.value, None, "now", UNCOMPARED if figure.value else -UNCOMPARED, behind)
    usual = past.value if past.below is not None else past.above / BEFORE
    if figure.value is None or usual is None:
        return Told(kpi, figure.value, usual, "usual", 0.0, behind)
    worse = badness(kpi=kpi, figure=figure, usual=usual)
    state: State = "worse" if worse >= NOTABLE else "better" if worse <= -NOTABLE else "usual"
    return Told(kpi, figure.value, usual, state, worse, behind)


def badness(*, kpi: Kpi, figure: Figure, usual: Decimal) -> float:
    """How far on the wrong side of what is usual, in standard deviations; below nothing on the right side."""
    value, mean = float(figure.value or 0), float(usual)
    # A share that was never anything but 0 or 1 may still differ by chance.
    spread = mean + 1 if kpi.among is None else max(mean * (1 - mean), 0.01) / float(figure.below or 1)
    away = (value - mean) / spread**0.5
    return away if kpi.better == "less" else -away
