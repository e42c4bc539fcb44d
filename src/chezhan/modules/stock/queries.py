"""What is told of a car that somebody else has: who, and what else stands free; as far as the asker may see."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

import orjson

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.records.listing import list_records
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.errors import AppError
from chezhan.modules.library.models import Trim
from chezhan.modules.stock.refusals import CarTaken
from tenants.lookup import people_of_store

ENTITY = "stock_vehicle"
OTHERS = 5
USUAL_HOURS = 48


def tail(draft: Draft) -> str:
    """By which people name a car: the last six signs of its VIN."""
    return (draft.value("vin") or "")[-6:]


def told(*, actor: Actor, name: str, value: Any) -> Any:
    """`value` of the field, or "" where the actor does not read it on every car."""
    viewer = viewer_of(actor)
    try:
        sight = View(viewer, viewer.entity(ENTITY)).sight(name)
    except UnknownField:
        return ""
    return value if sight.read.always else ""


def name_of(*, actor: Actor, person_id: UUID | None) -> str:
    """Who reserved a car."""
    names = dict(people_of_store(store=actor.in_store))
    return told(actor=actor, name="reserved_by", value=names.get(person_id, "") if person_id else "")


def held_hours(*, trims: Collection[UUID]) -> dict[UUID, int]:
    """By trim: for how long its cars are reserved where nobody says otherwise."""
    said = dict(Trim.objects.filter(id__in=list(trims)).values_list("id", "series__hold_hours"))
    return {trim_id: said.get(trim_id) or USUAL_HOURS for trim_id in trims}


def taken(actor: Actor, draft: Draft) -> AppError | None:
    """Of a car that somebody has; None for one that is not there yet, or not any more."""
    if draft.current["status"] not in ("reserved", "allocated", "invoiced"):
        return None
    others = _others(actor, draft)
    return CarTaken(
        params={
            "vin": told(actor=actor, name="vin", value=tail(draft)),
            "by": name_of(actor=actor, person_id=draft.current["reserved_by"]),
            "others": "; ".join(others) or "none",
            "others_zh": "；".join(others) or "没有",
        }
    )


def _others(actor: Actor, draft: Draft) -> list[str]:
    """Free cars of the trim, the oldest first."""
    rules = [
        {"field": "trim", "operator": "=", "value": str(draft.current["trim_id"])},
        {"field": "status", "operator": "=", "value": "in_stock"},
        {"field": "is_demo", "operator": "=", "value": False},
    ]
    try:
        page = list_records(
            actor=actor,
            entity=ENTITY,
            filter_json=orjson.dumps({"combinator": "and", "rules": rules}).decode(),
            sort="arrived_on",
            limit=OTHERS,
            count=False,
        )
    except AppError:
        return []
    rows = orjson.loads(page.rows)
    return [
        " ".join(filter(None, (row.get("exterior"), (row.get("vin") or "")[-6:], row.get("location")))) for row in rows
    ]
