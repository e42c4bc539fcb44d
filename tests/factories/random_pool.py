"""Random garages, cars and jobs, in memory and in the database alike."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from chezhan.kernel.clock import SHANGHAI
from tests.factories.motor_pool import COLLECTIONS, KINDS, STATES, Car, Garage, Job, Thing, rows_of

LETTERS = "abAB%_\\ '1é比亚ßİıſσςΣǅ\u3000\t"
TEXTS = st.text(alphabet=LETTERS, max_size=6)
NUMBERS = st.one_of(
    st.sampled_from([Decimal(0), Decimal("0.5"), Decimal("-2.5"), Decimal("1.00"), Decimal("999999999999999.9999")]),
    st.decimals(-1000, 1000, places=4),
    st.integers(-3, 3).map(Decimal),
)
DATES = st.one_of(
    st.sampled_from([dt.date(2024, 2, 29), dt.date(2023, 12, 31), dt.date(1000, 1, 1), dt.date(9998, 12, 31)]),
    st.dates(dt.date(2023, 1, 1), dt.date(2024, 12, 31)),
)
MOMENTS = st.one_of(
    st.builds(
        lambda day, hour: dt.datetime.combine(day, dt.time(hour), dt.UTC),
        st.dates(dt.date(2023, 12, 1), dt.date(2024, 3, 31)),
        st.sampled_from([0, 15, 16, 23]),
    ),
    st.integers(-600_000_000, 4_000_000_000).map(lambda second: dt.datetime.fromtimestamp(second, SHANGHAI)),
)
OWNERS = [uuid.UUID(int=number) for number in (1, 2)]


def maybe(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.one_of(values, st.none())


GARAGES = st.builds(Garage, name=TEXTS, rating=maybe(st.decimals(0, 5, places=2)), opened_on=maybe(DATES))
CARS = st.builds(
    Car,
    name=TEXTS,
    plate=maybe(TEXTS),
    mileage=maybe(st.integers(-5, 2_000_000_000)),
    price=maybe(NUMBERS),
    sold=maybe(st.booleans()),
    bought_on=maybe(DATES),
    seen_at=maybe(MOMENTS),
    state=st.sampled_from(STATES),
    tags=maybe(st.lists(st.sampled_from(["a", "b", "比亚", ""]), max_size=3)),
    owner=maybe(st.sampled_from(OWNERS)),
)
JOBS = st.builds(
    Job,
    title=maybe(TEXTS),
    cost=maybe(NUMBERS),
    paid=maybe(st.booleans()),
    done_on=maybe(DATES),
    ended_at=maybe(MOMENTS),
)


@st.composite
def worlds(draw: Any) -> list[Thing]:
    """Up to 2 garages, 1 to 4 cars, up to 5 jobs, with ids of their own."""
    garages = draw(st.lists(GARAGES, max_size=2))
    cars = draw(st.lists(CARS, min_size=1, max_size=4))
    jobs = draw(st.lists(JOBS, max_size=5))
    for thing in (*garages, *cars, *jobs):
        thing.id = uuid.uuid4()
    for car in cars:
        car.garage = draw(st.sampled_from([None, *garages]))
    for job in jobs:
        job.car = draw(st.sampled_from(cars))
    return [*garages, *cars, *jobs]


def records_of(world: list[Thing]) -> dict[uuid.UUID, dict[str, Any]]:
    """Every thing as the interpreter takes it, without asking the database."""
    records = {thing.id: {name: getattr(thing, name) for name in KINDS[type(thing)]} for thing in world}
    for thing in world:
        record = records[thing.id]
        for name in COLLECTIONS[type(thing)]:
            record.setdefault(name, [])
    for thing in world:
        if isinstance(thing, Car):
            records[thing.id]["garage"] = records[thing.garage_id] if thing.garage_id else None
            if thing.garage_id:
                records[thing.garage_id]["cars"].append(records[thing.id])
        if isinstance(thing, Job):
            records[thing.id]["car"] = records[thing.car_id]
            records[thing.car_id]["jobs"].append(records[thing.id])
    return records


def keep(world: list[Thing]) -> None:
    """Instead of what was there."""
    for model in (Job, Car, Garage):
        rows_of(model).all()._raw_delete("owner")
    for model in (Garage, Car, Job):
        rows_of(model).bulk_create([thing for thing in world if isinstance(thing, model)])
