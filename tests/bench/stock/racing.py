"""Rounds: something that is there once, and everybody who wants it at the same moment."""

import datetime as dt
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connections

from chezhan.access import Actor
from chezhan.catalogue.records.verbs.doing import do
from chezhan.catalogue.records.writes.saving import create_records
from chezhan.kernel.errors import AppError
from chezhan.modules.drives.models import TestDrive
from chezhan.modules.leads.models import Lead
from chezhan.modules.library.models import Brand, Series, Trim
from chezhan.modules.stock.models import StockVehicle
from tenants.context import tenant_context
from tenants.directory import StoreRef

RACERS = 6
# Cars of one race are told from those of another by their numbers.
N_CARS = 10_000
SIGNED = [{"id": "00000000-0000-0000-0000-000000000007", "name": "签名.png", "size": 9, "kind": "image/png"}]
FIRST = dt.datetime(2027, 1, 4, 1, tzinfo=dt.UTC)
OVERLAPS = """
SELECT count(*) FROM {schema}.test_drive a JOIN {schema}.test_drive b ON a.id < b.id
  AND (a.car_id = b.car_id OR a.owner = b.owner) AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
WHERE a.status IN ('booked', 'confirmed', 'out') AND b.status IN ('booked', 'confirmed', 'out')
"""


@dataclass
class Tally:
    """`won`, `refused`: by kind of race, refusals by their code; `odd`: anything else that came back."""

    won: Counter = field(default_factory=Counter)
    refused: Counter = field(default_factory=Counter)
    odd: list[str] = field(default_factory=list)
    drift: int = 0


@dataclass
class Ground:
    """The store in which they race, and what they race for."""

    store: StoreRef
    actors: Sequence[Actor]
    trim_id: UUID
    lead_id: UUID

    def car(self, number: int, *, is_demo: bool = False) -> UUID:
        with tenant_context(self.store):
            made = StockVehicle.objects.create(
                trim_id=self.trim_id,
                vin=f"LGXC14AA{int(is_demo)}N1{number:06d}",
                status="in_stock",
                arrived_on=dt.date(2026, 1, 5),
                is_demo=is_demo,
            )
        return made.id


def lay_ground(*, store: StoreRef, actors: Sequence[Actor]) -> Ground:
    with tenant_context(store):
        brand = Brand.objects.create(name="比亚迪")
        series = Series.objects.create(brand=brand, name="海豚")
        trim = Trim.objects.create(series=series, name="海豚 420KM 时尚版", energy="bev")
        lead = Lead.objects.create(contact_name="李女士")
    return Ground(store, actors, trim.id, lead.id)


def race_for_a_car(ground: Ground, number: int, tally: Tally) -> None:
    """One reserves it; what the table says is what they were told."""
    car_id = ground.car(number)
    winners = race(
        ground,
        tally,
        "car",
        lambda actor: do(actor=actor, entity="stock_vehicle", verb="reserve", ids=[car_id], values={}),
    )
    with tenant_context(ground.store):
        kept = StockVehicle.objects.get(id=car_id)
    holders = [actor.person_id for actor in winners]
    tally.drift += len(holders) != 1 or kept.status != "reserved" or kept.reserved_by != holders[0]


def race_for_an_hour(ground: Ground, number: int, tally: Tally) -> None:
    """Of one demo car, each with another advisor, half an hour apart: those who meet the first are refused."""
    car_id, day = ground.car(number, is_demo=True), FIRST + dt.timedelta(days=number)
    turn = iter(range(RACERS))

    def book(actor: Actor) -> None:
        start = day + dt.timedelta(minutes=15 * (next(turn) % 3))
        values = {"lead": str(ground.lead_id), "car": str(car_id), "starts_at": start.isoformat()}
        create_records(
            actor=actor, entity="test_drive",
            rows=[{**values, "ends_at": (start + dt.timedelta(hours=1)).isoformat()}],
        )  # fmt: skip

    winners = race(ground, tally, "hour", book)
    with tenant_context(ground.store):
        booked = TestDrive.objects.filter(car_id=car_id).count()
    tally.drift += len(winners) != 1 or booked != 1


def race_to_leave(ground: Ground, number: int, tally: Tally) -> None:
    """Six drives of one demo car, at six hours: one leaves with it."""
    car_id, day = ground.car(N_CARS + number, is_demo=True), FIRST + dt.timedelta(days=number, hours=9)
    with tenant_context(ground.store):
        drives = iter(
            [
                TestDrive.objects.create(
                    lead_id=ground.lead_id, car_id=car_id, starts_at=day + dt.timedelta(hours=hour),
                    ends_at=day + dt.timedelta(hours=hour + 1), licence_checked=True, agreement=SIGNED,
                ).id
                for hour in range(RACERS)
            ]
        )  # fmt: skip
    winners = race(
        ground,
        tally,
        "out",
        lambda actor: do(actor=actor, entity="test_drive", verb="leave", ids=[next(drives)], values={"out_km": 12}),
        # Advisors send out what they drive along with.
        actors=[ground.actors[0], ground.actors[-1]],
    )
    with tenant_context(ground.store):
        out = TestDrive.objects.filter(car_id=car_id, status="out").count()
    tally.drift += len(winners) != 1 or out != 1


def race(
    ground: Ground, tally: Tally, kind: str, take: Callable[[Actor], object], *, actors: Sequence[Actor] = ()
) -> list[Actor]:
    """Who won. `actors`: all where nobody is named."""
    racing = actors or ground.actors
    start, lock, winners = threading.Barrier(RACERS), threading.Lock(), list[Actor]()

    def run(number: int) -> None:
        actor = racing[number % len(racing)]
        start.wait()
        try:
            with tenant_context(ground.store):
                take(actor)
        except AppError as refusal:
            code = refusal.params["rows"][0]["code"] if "rows" in refusal.params else refusal.code
            with lock:
                tally.refused[kind, code] += 1
        except Exception as error:
            with lock:
                tally.odd.append(f"{kind}: {type(error).__name__}")
        else:
            with lock:
                tally.won[kind] += 1
                winners.append(actor)
        finally:
            # A thread that ends would keep its connection from the pool.
            connections.close_all()

    with ThreadPoolExecutor(RACERS) as threads:
        list(threads.map(run, range(RACERS)))
    return winners
