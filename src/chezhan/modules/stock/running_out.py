"""A reservation ends: whoever made it is told before, and once its moment has come the car stands free again."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows
from chezhan.catalogue.bulk.following import follows
from chezhan.catalogue.bulk.statements import update_rows
from chezhan.catalogue.notices.telling import News, tell
from chezhan.catalogue.timers.ringing import Ring, rings
from chezhan.catalogue.timers.setting import set_timers
from chezhan.kernel import clock, outbox
from chezhan.modules.stock.models import StockVehicle
from chezhan.modules.stock.queries import ENTITY
from chezhan.modules.stock.verbs import FREE
from tenants.directory import StoreRef

KIND, SOON, OVER = "reservation", "soon", "over"
# Told so long before, or when half of a shorter time has passed.
AHEAD = dt.timedelta(hours=2)
REASON = "预留到期，自动释放"


@follows(ENTITY)
def set_ends(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """Whoever is called finds out whether it still ends then: one that was put off or ended has other timers."""
    now = clock.now()
    ends = [
        (draft.id, until)
        for draft in drafts
        if draft.value("status") == "reserved"
        and (until := draft.value("reserved_until")) is not None
        and (draft.is_new or not _same(draft))
    ]
    set_timers(store_id=store.id, kind=KIND, due=ends, what=OVER)
    before = [(car_id, until - min(AHEAD, (until - now) / 2)) for car_id, until in ends if until > now]
    set_timers(store_id=store.id, kind=KIND, due=before, what=SOON)


@rings(KIND)
def run_out(store: StoreRef, timers: Sequence[Ring]) -> None:
    """Cars are locked one after the other in the order of their ids, as by whoever allocates them: what was allocated,
    freed or put off in the meantime stays. An order of theirs keeps all that it says: it had no car yet."""
    now = clock.now()
    rows = load_rows(model=StockVehicle, which=Q(id__in={one.key for one in timers}, status="reserved"))
    over = [car for car in rows.values() if _until(car) <= now]
    soon = {one.key for one in timers if one.what == SOON}
    _tell("reservation_soon", [car for car in rows.values() if car.id in soon and now < _until(car) <= now + AHEAD])
    _tell("reservation_over", over)
    for car in over:
        car.wanted |= {**FREE, "status": "in_stock", "release_reason": REASON}
    _free(store, over, now)


def _free(store: StoreRef, cars: Sequence[Draft], now: dt.datetime) -> None:
    """By nobody: the clock did it."""
    if not cars:
        return
    names = list(cars[0].wanted)
    stamp = {"updated_at": now, "updated_by": None}
    rows = [{"id": car.id, **car.wanted, **stamp, "version": car.current["version"] + 1} for car in cars]
    update_rows(model=StockVehicle, rows=rows)
    outbox.announce(
        entity=ENTITY,
        kind="updated",
        record_ids=[car.id for car in cars],
        versions=[row["version"] for row in rows],
        changed=sorted(names),
        store_id=store.id,
        actor_id=None,
    )


def _tell(kind: str, cars: Sequence[Draft]) -> None:
    """Once of each end."""
    tell(
        [
            News(
                person_id=_holder(car),
                kind=kind,
                entity=ENTITY,
                record_id=car.id,
                key=f"{kind}:{car.id}:{_until(car).isoformat()}",
            )
            for car in cars
        ]
    )


def _until(car: Draft) -> dt.datetime:
    """Far away for one without an end."""
    until: dt.datetime | None = car.current["reserved_until"]
    return until or dt.datetime.max.replace(tzinfo=dt.UTC)


def _holder(car: Draft) -> UUID:
    # A constraint: whatever is reserved is so by somebody.
    by: UUID = car.current["reserved_by"]
    return by


def _same(draft: Draft) -> bool:
    return draft.current["status"] == "reserved" and draft.current["reserved_until"] == draft.value("reserved_until")
