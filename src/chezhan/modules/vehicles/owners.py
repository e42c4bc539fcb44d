"""A car changes hands: whose it was is kept, whose it is stands in its file."""

import datetime as dt
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.kernel import clock
from chezhan.modules.vehicles.models import Vehicle, VehicleOwner


def leave_owner(*, actor: Actor, vehicle_id: UUID, on: dt.date, how: str) -> None:
    """It stands in the store's own used stock from that day on; its file keeps who had it last."""
    vehicle = load_rows(model=Vehicle, which=Q(id=vehicle_id))[vehicle_id]
    _follow(actor, vehicle, customer_id=None, on=on, how=how)
    vehicle.wanted["left_on"] = on
    _write("vehicle", Vehicle, [vehicle], actor)


def change_owner(*, actor: Actor, vehicle_id: UUID, customer_id: UUID, on: dt.date, how: str) -> None:
    """It is this customer's from that day on."""
    vehicle = load_rows(model=Vehicle, which=Q(id=vehicle_id))[vehicle_id]
    _follow(actor, vehicle, customer_id=customer_id, on=on, how=how)
    vehicle.wanted |= {"customer_id": customer_id, "left_on": None}
    _write("vehicle", Vehicle, [vehicle], actor)


def _follow(actor: Actor, vehicle: Draft, *, customer_id: UUID | None, on: dt.date, how: str) -> None:
    """Ends what is open, or writes down who had it before anybody did; and begins the next."""
    present = next(iter(load_rows(model=VehicleOwner, which=Q(vehicle_id=vehicle.id, until=None)).values()), None)
    if present is None:
        present = Draft.of_new()
        since = vehicle.current["first_registered_on"]
        present.wanted |= {
            "vehicle_id": vehicle.id,
            "customer_id": vehicle.current["customer_id"],
            "since": since if since is None or since <= on else None,
            "how": VehicleOwner.How.EARLIER,
        }
    since = present.value("since")
    # Whoever says an earlier day than the last change is taken at the day of that.
    on = on if since is None else max(on, since)
    present.wanted["until"] = on
    # One after the other: a car has one owner at a time.
    _write("vehicle_owner", VehicleOwner, [present], actor)
    later = Draft.of_new()
    later.wanted |= {"vehicle_id": vehicle.id, "customer_id": customer_id, "since": on, "how": how}
    _write("vehicle_owner", VehicleOwner, [later], actor)


def _write(entity: str, model: type[Vehicle] | type[VehicleOwner], drafts: list[Draft], actor: Actor) -> None:
    write_drafts(entity=entity, model=model, drafts=drafts, actor=actor, store=actor.in_store, now=clock.now())
