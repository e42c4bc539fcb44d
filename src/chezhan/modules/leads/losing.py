"""Why leads were lost: by reason, competitor, stage, source and advisor, of those that the asker sees."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.grouping.reading import Groups
from chezhan.kernel.errors import Invalid
from chezhan.modules.figures.declaring import Rules, rule
from chezhan.modules.figures.kpis import KPI
from chezhan.modules.figures.reading import Read, Span, read_figures
from chezhan.modules.figures.sides import read_side

LOST, WON = KPI["leads_lost"], KPI["leads_won"]
SIDES = ("lost_reason", "lost_to", "furthest", "channel", "owner", "series")
LONGEST = dt.timedelta(days=1_100)


class BadLossPeriod(Invalid):
    """`params`: days, the longest."""

    code = "losses_bad_period"
    message = "The last day is not before the first, and not more than three years after it."


def losses(
    *, actor: Actor, first: dt.date, last: dt.date, channels: Sequence[str] = (), owners: Sequence[UUID] = ()
) -> dict[str, Any]:
    """Of the leads that ended from `first` to `last`, both included. `lost` is null for who may not know of it; a side
    whose field they do not see is not there. Raises Forbidden, BadLossPeriod, ExpressionTooSlow.
    """
    if not dt.timedelta() <= last - first <= LONGEST:
        raise BadLossPeriod(params={"days": LONGEST.days})
    span = Span(first, last)
    among: Rules = (
        *([rule("channel", "in", list(channels))] if channels else []),
        *([rule("owner", "in", [str(one) for one in owners])] if owners else []),
    )
    found = read_figures(actor=actor, kpis=[LOST, WON], spans=[span], among=among)
    if LOST.name not in found:
        return {"lost": None, "won": None, "sides": []}
    sides = [(name, read_side(actor=actor, kpi=LOST, span=span, by=name, among=among)) for name in SIDES]
    return {
        "lost": _whole(found[LOST.name]),
        "won": _whole(found[WON.name]),
        "sides": [{"field": name, **_told(side)} for name, side in sides if side is not None],
    }


def _whole(read: Read) -> int:
    return int(read[None][0].above)


def _told(found: Groups) -> dict[str, Any]:
    """`value` null: nothing was said; what the asker may not know of some leads is counted apart."""
    known = [group for group in found.groups if group.known]
    return {
        "rows": [{"value": group.value, "lost": group.count} for group in known],
        "hidden": sum(group.count for group in found.groups if not group.known),
        "more": found.more,
    }
