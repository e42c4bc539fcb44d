"""A day of test drives, for those who may read them."""

import datetime as dt
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.worktime.services import present_calendar
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.errors import Forbidden
from chezhan.modules.drives.holding import ENTITY
from chezhan.modules.drives.queries import away, drivers_of, free_of

SLOT = ("starts_at", "ends_at", "car", "owner", "status")


def day_of(*, actor: Actor, day: dt.date) -> dict[str, Any]:
    """Raises Forbidden."""
    _open(actor)
    absent = away(day)
    drivers = drivers_of(actor.in_store)
    return {
        "day": day,
        "drivers": [{"id": id_, "name": name, "away": id_ in absent} for id_, name in drivers.items()],
        "opens": list(present_calendar().spans_of(day)),
    }


def slots_of(*, actor: Actor, day: dt.date, car_id: UUID, advisor_id: UUID | None) -> list[dict[str, Any]]:
    """Raises Forbidden, UnknownRecord for a car that the actor does not see."""
    view = _open(actor)
    # Which hours are free tells which are not: for those who may read that of every drive.
    if not all(_read(view, name) for name in SLOT):
        raise Forbidden(params={"permission": f"{ENTITY}.read"})
    require_seen(actor=actor, entity="stock_vehicle", record_id=car_id)
    found = free_of(day=day, car_id=car_id, advisor_id=advisor_id)
    return [{"starts_at": start, "ends_at": end} for start, end in found]


def _open(actor: Actor) -> View:
    viewer = viewer_of(actor)
    kind = viewer.entity(ENTITY)
    viewer.open(kind)
    return View(viewer, kind)


def _read(view: View, name: str) -> bool:
    try:
        return view.sight(name).read.always
    except UnknownField:
        return False
