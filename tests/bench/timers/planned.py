"""What is to ring, and when; reckoned here by Python's calendar, apart from the database's."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from chezhan.catalogue.timers.setting import Moment, Wall
from chezhan.kernel.ids import new_id

BEGIN = dt.datetime(2026, 12, 1, tzinfo=dt.UTC)
DAYS = 400
ZONES = ("Asia/Shanghai", "Europe/Berlin", "America/New_York")


@dataclass(frozen=True)
class Planned:
    """`rings`: the instants at which its key must ring, one for all but a chain."""

    key: UUID
    store: int
    set_at: dt.datetime
    moment: Moment
    what: str
    rings: tuple[dt.datetime, ...]


def plan(*, count: int, stores: int, seed: int) -> list[Planned]:
    """In the order in which they are set. A tenth of the rings are those of chains."""
    dice = random.Random(seed)
    found = []
    links = DAYS // 8
    for number in range(count // 10 // links):
        found.append(_chain(dice, number=number, links=links, store=dice.randrange(stores)))
    while sum(len(one.rings) for one in found) < count:
        found.append(_single(dice, store=dice.randrange(stores)))
    return sorted(found, key=lambda one: one.set_at)


def _chain(dice: random.Random, *, number: int, links: int, store: int) -> Planned:
    """Every morning at nine, over the days on which clocks are moved; each sets the next."""
    zone = ZoneInfo(ZONES[number % len(ZONES)])
    first = BEGIN.date() + dt.timedelta(days=dice.randrange(2, DAYS - links - 3))
    days = [first + dt.timedelta(days=n) for n in range(links)]
    rings = tuple(_instant(day, dt.time(9), zone) for day in days)
    return Planned(new_id(), store, BEGIN, Wall(first, dt.time(9), zone), f"chain {links - 1} {zone.key}", rings)


def _single(dice: random.Random, *, store: int) -> Planned:
    """Set up to 60 days ahead. By the wall it may fall into an hour that is left out or comes twice."""
    due = BEGIN + dt.timedelta(seconds=dice.randrange(86_400, DAYS * 86_400))
    set_at = max(BEGIN, due - dt.timedelta(seconds=dice.randrange(1, 60 * 86_400)))
    if dice.random() < 0.5:
        return Planned(new_id(), store, set_at, due, "", (due,))
    zone = ZoneInfo(dice.choice(ZONES))
    shown = due.astimezone(zone)
    day, time = shown.date(), shown.time().replace(microsecond=0, fold=0)
    if dice.random() < 0.1:
        day, time = dice.choice([dt.date(2027, 3, 28), dt.date(2027, 10, 31)]), dt.time(2, dice.randrange(60))
        zone = ZoneInfo("Europe/Berlin")
    ring = _instant(day, time, zone)
    return Planned(new_id(), store, min(set_at, ring), Wall(day, time, zone), "", (ring,))


def _instant(day: dt.date, time: dt.time, zone: ZoneInfo) -> dt.datetime:
    """Of an hour that comes twice the second; of one that is left out the hour after."""
    early, late = (dt.datetime.combine(day, time.replace(fold=fold), zone).astimezone(dt.UTC) for fold in (0, 1))
    # In a gap Python's fold 0 is the later instant, in an hour that comes twice fold 1 is.
    return max(early, late)


def ticks(*, count: int, seed: int) -> Iterator[tuple[dt.timedelta, bool]]:
    """Steps of the clock that come to a little more than all the days, and whether all that is due is waited for.

    One in twelve is a step back of up to six hours, as when a machine's clock is set right; some go days ahead.
    """
    dice = random.Random(seed)
    mean = DAYS * 86_400 / count
    for _ in range(count):
        if dice.random() < 1 / 12:
            yield dt.timedelta(seconds=-dice.randrange(1, 6 * 3_600)), True
        yield dt.timedelta(seconds=dice.expovariate(1 / mean)), dice.random() < 0.8
    yield dt.timedelta(days=DAYS), True
