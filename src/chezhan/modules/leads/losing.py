"""Why leads were lost: by reason, competitor, stage, source and advisor, of those that the asker sees."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson

from chezhan.access import Actor
from chezhan.catalogue.records.grouping.reading import Groups, read_groups
from chezhan.catalogue.records.grouping.refusals import NotGroupable
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.errors import Invalid

ENTITY = "lead"
SIDES = ("lost_reason", "lost_to", "lost_stage", "channel", "owner", "series")
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
    rules: list[dict[str, Any]] = [
        {"field": "closed_at", "operator": "between", "value": [first.isoformat(), last.isoformat()]}
    ]
    if channels:
        rules.append({"field": "channel", "operator": "in", "value": list(channels)})
    if owners:
        rules.append({"field": "owner", "operator": "in", "value": [str(one) for one in owners]})
    ends = _groups(actor, "status", rules)
    if ends is None:
        return {"lost": None, "won": None, "sides": []}
    count = {group.value: group.count for group in ends.groups}
    lost = [*rules, {"field": "status", "operator": "=", "value": "lost"}]
    sides = [(name, _groups(actor, name, lost)) for name in SIDES]
    return {
        "lost": count.get("lost", 0),
        "won": count.get("won", 0),
        "sides": [{"field": name, **_told(found)} for name, found in sides if found is not None],
    }


def _groups(actor: Actor, by: str, rules: Sequence[dict[str, Any]]) -> Groups | None:
    text = orjson.dumps({"combinator": "and", "rules": rules}).decode()
    try:
        return read_groups(actor=actor, entity=ENTITY, by=by, filter_json=text)
    except (UnknownField, NotGroupable):
        return None


def _told(found: Groups) -> dict[str, Any]:
    """`value` null: nothing was said; what the asker may not know of some leads is counted apart."""
    known = [group for group in found.groups if group.known]
    return {
        "rows": [{"value": group.value, "lost": group.count} for group in known],
        "hidden": sum(group.count for group in found.groups if not group.known),
        "more": found.more,
    }
