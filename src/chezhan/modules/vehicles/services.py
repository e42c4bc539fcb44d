"""Writes to vehicles."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor, require
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.references import Shared, none_shared
from chezhan.catalogue.bulk.touches import TakenIn, hand_out
from chezhan.catalogue.bulk.turns import wait_for_turn
from chezhan.kernel import clock
from chezhan.modules.vehicles.contracts import StandingCar, VehicleRow
from chezhan.modules.vehicles.models import Vehicle
from tenants.directory import StoreRef


def take_in_vehicles(
    *,
    actor: Actor,
    store: StoreRef,
    rows: Sequence[VehicleRow],
    customers: Sequence[UUID],
    standing: Sequence[StandingCar | None] = (),
    shared: Shared = none_shared,
) -> list[TakenIn]:
    """Bring cars in, a batch at a time, inside the caller's tenant_context; answers one entry per row.

    The same car is the same VIN; without one, every row is a car of its own. `customers[i]` becomes the owner of
    row i's car. A car met again keeps what is known of it, and gaps are filled. `standing[i]`, when given, is the
    car that row i was brought in as before: the row's values are written over it, as take_in_customers says.
    """
    require(actor=actor, permission="import.run")
    wait_for_turn()
    standing = standing or [None] * len(rows)
    values = [_values(row) for row in rows]
    drafts = _known(values=values, standing=standing)
    by_vin = {vin: draft for draft in drafts.values() if (vin := draft.value("vin"))}
    before = [drafts.get(car.vehicle_id) if car else None for car in standing]
    fixed = shared(ids=[known.id for known, row in zip(before, values, strict=True) if known and _moves(known, row)])
    chosen: list[Draft] = []
    for told, row, known, car, owner in zip(rows, values, before, standing, customers, strict=True):
        twin = _twin(row, by_vin)
        if twin and twin is not known:
            draft = twin
            draft.fill(row)
        else:
            leaves = known and known.id in fixed and _moves(known, row)
            draft = known if known and not leaves else Draft.of_new(since=told.since)
            draft.give(row)
            drafts[draft.id] = draft
        # A car sold on since then keeps its later owner when the older sale is told again.
        if draft is not known or (car and draft.value("customer_id") == car.owner_id):
            draft.give({"customer_id": owner})
        if vin := draft.value("vin"):
            by_vin[vin] = draft
        chosen.append(draft)
    touches = write_drafts(
        entity="vehicle", model=Vehicle, drafts=drafts.values(), actor=actor, store=store, now=clock.now()
    )
    return hand_out(ids=[draft.id for draft in chosen], touches=touches)


def _values(row: VehicleRow) -> dict[str, Any]:
    """By attribute, as the table keeps them."""
    return {
        "brand": row.brand,
        "series": row.series,
        "trim": row.trim,
        "vin": row.vin.upper() if row.vin else None,
        "plate": row.plate.upper() if row.plate else None,
        "plate_kind": row.plate_kind,
        "energy": row.energy,
        "engine": row.engine,
        "transmission": row.transmission,
        "color": row.color,
        "body_style": row.body_style,
        "first_registered_on": row.first_registered_on,
        "owner": row.owner,
    }


def _known(*, values: Sequence[dict[str, Any]], standing: Sequence[StandingCar | None]) -> dict[UUID, Draft]:
    """The standing cars and those with one of the VINs, locked."""
    vins = {row["vin"] for row in values} - {None}
    return load_rows(model=Vehicle, which=Q(vin__in=vins) | Q(id__in={car.vehicle_id for car in standing if car}))


def _twin(row: dict[str, Any], by_vin: dict[str, Draft]) -> Draft | None:
    """The car that has the row's VIN by now: an earlier row may have mended it."""
    draft = by_vin.get(row["vin"])
    return draft if draft and draft.value("vin") == row["vin"] else None


def _moves(draft: Draft, row: dict[str, Any]) -> bool:
    """Whether the row says another VIN than the draft has; a VIN not given, or not known yet, says nothing."""
    return bool(row["vin"] and draft.value("vin") and row["vin"] != draft.value("vin"))
