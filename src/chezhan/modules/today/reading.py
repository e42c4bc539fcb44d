"""A day, read over the gate: of each part the records that are the person's, by the fields that they see."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from chezhan.access import Actor
from chezhan.catalogue.records.listing import list_records
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.expressions.errors import UnknownField
from chezhan.kernel import clock
from chezhan.modules.today.parts import PARTS, TODAY, Part

MOST = 50


@dataclass(frozen=True, slots=True)
class Read:
    """`rows`: as lists have them, at most MOST; `more`: there are others, which the list of `filter` shows."""

    part: Part
    rows: Sequence[dict[str, Any]]
    more: bool
    filter: dict[str, Any]


def read_day(*, actor: Actor) -> list[Read]:
    """Parts of kinds that the actor does not see, or can't be told from others' by what they see, are not there."""
    viewer = viewer_of(actor)
    found = []
    for part in PARTS:
        kind = viewer.target(part.entity)
        if not viewer.lens(kind).open:
            continue
        view = View(viewer, kind)
        rules = [{"field": "owner", "operator": "=", "value": str(actor.person_id)}, *map(_today, part.which)]
        group = {"combinator": "and", "rules": rules}
        try:
            page = list_records(
                actor=actor,
                entity=part.entity,
                filter_json=orjson.dumps(group).decode(),
                sort=part.sort,
                fields=",".join(name for name in part.fields if _seen(view, name)),
                limit=MOST,
                count=False,
            )
        except UnknownField:
            continue
        found.append(Read(part, orjson.loads(page.rows), page.next_cursor is not None, group))
    return found


def _today(rule: dict[str, Any]) -> dict[str, Any]:
    return {**rule, "value": clock.today().isoformat()} if rule.get("value") == TODAY else rule


def _seen(view: View, name: str) -> bool:
    try:
        view.sight(name)
    except UnknownField:
        return False
    return True
