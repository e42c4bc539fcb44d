"""What came of what was spent: leads of a period by channel or campaign, how far they came, and what each cost."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal

import orjson

from chezhan.access import Actor
from chezhan.catalogue.records.grouping.reading import read_groups
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel.errors import Forbidden
from chezhan.modules.costs.refusals import BadReturnPeriod
from chezhan.modules.figures.stages import reached

ENTITY, LEAD = "channel_cost", "lead"
LONGEST = dt.timedelta(days=1_100)
CENT, DAY = Decimal("0.01"), dt.timedelta(days=1)
By = Literal["channel", "campaign"]
Rule = dict[str, Any]
# Of the leads that came in the period, whatever day they came further on: as the funnel counts them.
CAME: Mapping[str, Sequence[Rule]] = {"leads": (), "visits": reached("visited"), "orders": reached("won")}


def channel_returns(*, actor: Actor, first: dt.date, last: dt.date, by: By) -> dict[str, Any]:
    """For who reads costs and leads. Raises Forbidden, UnknownField, BadReturnPeriod, ExpressionTooSlow."""
    if not dt.timedelta() <= last - first <= LONGEST:
        raise BadReturnPeriod(params={"days": LONGEST.days})
    spent = _spent(actor, first, last, by)
    came = {name: _came(actor, first, last, by, rules) for name, rules in CAME.items()}
    known = sorted(
        spent.keys() | came["leads"].keys(),
        key=lambda one: (-spent.get(one, Decimal(0)), -came["leads"].get(one, 0), one),
    )
    rows = [
        _row(value, spent.get(value, Decimal(0)), {name: one.get(value, 0) for name, one in came.items()})
        for value in known
    ]
    whole = _row("", sum(spent.values(), Decimal(0)), {name: sum(one.values()) for name, one in came.items()})
    return {"rows": rows, "whole": whole}


def share(*, amount: Decimal, begins: dt.date, ends: dt.date, first: dt.date, last: dt.date) -> Decimal:
    """Of what was spent evenly over its days, what falls into the period. To the cent."""
    days = max(0, (min(ends, last) - max(begins, first)).days + 1)
    return (amount * days / ((ends - begins).days + 1)).quantize(CENT)


def _spent(actor: Actor, first: dt.date, last: dt.date, by: By) -> dict[str, Decimal]:
    viewer = viewer_of(actor)
    kind = viewer.entity(ENTITY)
    viewer.open(kind)
    view = View(viewer, kind)
    names = (by, "amount", "first_on", "last_on")
    if not all(view.sight(name).read.always for name in names):
        raise Forbidden(params={"permission": f"{ENTITY}.read"})
    rows = view.seen().filter(first_on__lte=last, last_on__gte=first).values_list(*names)
    spent: dict[str, Decimal] = defaultdict(Decimal)
    for value, amount, begins, ends in select_as(rows, person_id=actor.person_id):
        spent[value] += share(amount=amount, begins=begins, ends=ends, first=first, last=last)
    return spent


def _came(actor: Actor, first: dt.date, last: dt.date, by: By, rules: Sequence[Rule]) -> dict[str, int]:
    """Leads that the asker sees and knows it of."""
    days = {"field": "created_at", "operator": "between", "value": [first.isoformat(), last.isoformat()]}
    text = orjson.dumps({"combinator": "and", "rules": [days, *rules]}).decode()
    found = read_groups(actor=actor, entity=LEAD, by=by, filter_json=text)
    return {group.value or "": group.count for group in found.groups if group.known}


def _row(value: str, cost: Decimal, came: Mapping[str, int]) -> dict[str, Any]:
    per = {
        f"per_{name[:-1]}": (cost / number).quantize(CENT) if number and cost else None for name, number in came.items()
    }
    return {"value": value, "cost": cost, **came, **per}
