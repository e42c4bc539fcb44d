"""What the store will sell in the next three months, from its own stages: how many are open, how often such are won,
and how long it takes. A base to reckon with; a model learns from it later."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from chezhan.access import Actor
from chezhan.catalogue.labels import Label
from chezhan.kernel import clock
from chezhan.modules.figures.kpis import KPI
from chezhan.modules.figures.reading import DAY, Figure, Span, read_figures
from chezhan.modules.figures.stages import LABELS, OPEN_AT, ORDER, WON_FROM

PAST, MONTH, MONTHS, RECENT = 180, 30, 3, 90
# Fewer that ended say nothing of a stage: the rate of all leads stands in.
FEWEST = 20


@dataclass(frozen=True, slots=True)
class Stage:
    """`rate`: how often a lead that got here was won, in PAST days; `thin`: too few ended, so it is that of all."""

    name: str
    label: Label
    open: int
    rate: float
    ended: int
    thin: bool
    expected: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """`months`: of MONTH days each, from tomorrow: of the leads that are open, and of those still to come. `cycle`: the
    mean days from a lead to its sale. None where nothing was won: nothing can be said."""

    stages: Sequence[Stage]
    months: Sequence[tuple[float, float]]
    cycle: float | None
    new_a_month: float


def read_forecast(*, actor: Actor) -> Forecast | None:
    """None for who does not see leads, or not what it is made of. Raises ExpressionTooSlow."""
    today = clock.today()
    past = Span(today - (PAST - 1) * DAY, today)
    recent = Span(today - (RECENT - 1) * DAY, today)
    found = read_figures(actor=actor, kpis=[*OPEN_AT, *WON_FROM, KPI["cycle_days"]], spans=[past])
    came = read_figures(actor=actor, kpis=[KPI["leads_new"]], spans=[recent])
    if "won_from_new" not in found or "open_at_new" not in found or "leads_new" not in came:
        return None
    figure = {name: read[None][0] for name, read in found.items()}
    overall = figure["won_from_new"]
    stages = [_stage(stage, figure, overall) for stage in ORDER[:-1]]
    new_a_month = float(came["leads_new"][None][0].above) / RECENT * MONTH
    cycle = figure["cycle_days"].value if "cycle_days" in figure else None
    if not cycle or not overall.value:
        return Forecast(stages, [(0.0, 0.0)] * MONTHS, None, new_a_month)
    won = sum(one.expected for one in stages)
    shares = shares_of(cycle=float(cycle))
    coming = new_a_month * float(overall.value)
    months = [(won * shares[number], coming * sum(shares[: number + 1])) for number in range(MONTHS)]
    return Forecast(stages, months, float(cycle), new_a_month)


def shares_of(*, cycle: float) -> list[float]:
    """Of what is won in the end, the share that is won in each of the months: with the mean `cycle` in days, and as
    likely on one day as on the next."""
    left = [math.exp(-MONTH * number / max(cycle, 1.0)) for number in range(MONTHS + 1)]
    return [left[number] - left[number + 1] for number in range(MONTHS)]


def _stage(stage: str, figure: dict[str, Figure], overall: Figure) -> Stage:
    own = figure.get(f"won_from_{stage}")
    at_stage = figure.get(f"open_at_{stage}")
    ended = int(own.below or 0) if own else 0
    thin = ended < FEWEST
    rate = float((overall if thin or own is None else own).value or Decimal(0))
    count = int(at_stage.above) if at_stage else 0
    return Stage(stage, LABELS[stage], count, rate, ended, thin, count * rate)
